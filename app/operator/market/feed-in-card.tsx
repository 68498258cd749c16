import { useTranslations } from 'next-intl'
import { Address } from '@/components/energy/chain-name'
import { DeliveryPeriod } from '@/components/energy/delivery-period'
import { Energy } from '@/components/energy/energy'
import { Price } from '@/components/energy/price'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, type Column } from '@/components/ui/table'
import type { UnpricedExports } from '@/lib/db/read/feed-ins'
import type { MemberRow } from '@/lib/db/read/members'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import type { PublishedFeedIn } from '@/lib/domain/surplus/credits'

/** A year of them. */
const MOST = 12

export interface FeedInCardProps {
  /** In order of delivery periods. */
  feedIns: readonly PublishedFeedIn[]
  /** Exported energy without a price, the latest period first. */
  waiting: readonly UnpricedExports[]
  periods: readonly PeriodRow[]
  members: readonly MemberRow[]
  now: number
}

/** What is paid for energy given back to the grid, month by month, and the months that wait for a price. */
export function FeedInCard({ feedIns, waiting, periods, members, now }: FeedInCardProps) {
  const t = useTranslations('operator.market.feedIn')
  const places = useTranslations('operator.market.tariffs')
  const names = new Map(members.map(({ address, name }) => [address, name]))
  const columns: Column<PublishedFeedIn>[] = [
    {
      key: 'period',
      header: t('period'),
      primary: true,
      cell: ({ start }) => (
        <span className="flex flex-wrap items-center gap-2">
          <DeliveryPeriod start={start} calendar={periods} />
          {periods.some((period) => period.start === start && start <= now && now < period.end) && (
            <Badge tone="accent">{t('running')}</Badge>
          )}
        </span>
      ),
    },
    { key: 'region', header: t('region'), cell: ({ region }) => places('region', { region }) },
    { key: 'payer', header: t('payer'), cell: ({ payer }) => <Address address={payer} name={names.get(payer)} /> },
    { key: 'price', header: t('price'), cell: ({ price }) => <Price microPerKwh={price} />, numeric: true },
  ]
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      {waiting.length > 0 && <Waiting waiting={waiting} periods={periods} />}
      <Table
        caption={t('title')}
        columns={columns}
        rows={feedIns.slice(-MOST).reverse()}
        rowKey={({ region, start }) => `${region}-${start}`}
        rowData={({ start, price }) => ({ 'data-start': String(start), 'data-price': String(price) })}
        empty={<EmptyState title={t('emptyTitle')}>{t('emptyMeaning')}</EmptyState>}
      />
    </Card>
  )
}

function Waiting({ waiting, periods }: Pick<FeedInCardProps, 'waiting' | 'periods'>) {
  const t = useTranslations('operator.market.feedIn')
  const places = useTranslations('operator.market.tariffs')
  return (
    <div className="px-4 pb-4 sm:px-6">
      <Callout tone="warning" title={t('waitingTitle')}>
        {t('waitingMeaning')}
        <ul className="mt-2">
          {waiting.map(({ region, start, energy }) => (
            <li key={`${region}-${start}`} className="flex flex-wrap justify-between gap-x-6">
              <span>
                {places('region', { region })}, <DeliveryPeriod start={start} calendar={periods} />
              </span>
              <Energy wh={energy} unit="kWh" />
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  )
}
