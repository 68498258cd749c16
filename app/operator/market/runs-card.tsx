import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Period } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, type Column } from '@/components/ui/table'
import type { SettlementRunRow } from '@/lib/db/read/market'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import { formatCount } from '@/lib/format/number'

export interface RunsCardProps {
  /** The newest first. */
  runs: SettlementRunRow[]
  periods: readonly PeriodRow[]
}

/** What each settlement run came to, and how many months it had to leave for the next. */
export function RunsCard({ runs, periods }: RunsCardProps) {
  const t = useTranslations('operator.market.runs')
  const locale = useLocale()
  const endOf = new Map(periods.map(({ start, end }) => [start, end]))
  const columns: Column<SettlementRunRow>[] = [
    {
      key: 'period',
      header: t('period'),
      cell: ({ start }) => <Period start={start} end={endOf.get(start) ?? start} />,
      primary: true,
    },
    { key: 'bills', header: t('bills'), cell: ({ bills }) => formatCount(bills, locale), numeric: true },
    { key: 'skipped', header: t('skipped'), cell: ({ skipped }) => <Skipped count={skipped} />, numeric: true },
    { key: 'energy', header: t('energy'), cell: ({ energy }) => <Energy wh={energy} unit="MWh" />, numeric: true },
    { key: 'money', header: t('money'), cell: ({ money }) => <Money micro={money} />, numeric: true },
  ]
  const empty = <EmptyState title={t('emptyTitle')}>{t('emptyMeaning')}</EmptyState>
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table caption={t('title')} columns={columns} rows={runs} rowKey={({ start }) => String(start)} empty={empty} />
    </Card>
  )
}

function Skipped({ count }: { count: number }) {
  const locale = useLocale()
  if (count === 0) return <span className="text-quiet">–</span>
  return <Badge tone="warning">{formatCount(count, locale)}</Badge>
}
