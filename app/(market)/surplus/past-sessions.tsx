import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Price } from '@/components/energy/price'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import type { SurplusSession } from '@/lib/domain/surplus/session'
import { pricePerKwh } from '@/lib/domain/surplus/tick'
import { wh } from '@/lib/domain/units/units'
import { formatPeriod } from '@/lib/format/period'

/** How sessions ended: at which price, and how much was traded. */
export function PastSessions({ sessions }: { sessions: readonly SurplusSession[] }) {
  const t = useTranslations('sessions')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const columns: Column<SurplusSession>[] = [
    {
      key: 'session',
      header: t('list.session'),
      cell: (session) => (
        <Link href={`/surplus/${session.id}`} className="link inline-flex min-h-11 items-center sm:min-h-0">
          {t(`title.${session.kind}`, { period: formatPeriod(session, style), number: String(session.id) })}
        </Link>
      ),
      primary: true,
    },
    {
      key: 'region',
      header: t('facts.region'),
      cell: ({ region }) => t('facts.regionName', { region: String(region) }),
    },
    { key: 'closed', header: t('list.closed'), cell: ({ closeAt }) => <Moment at={closeAt} /> },
    {
      key: 'price',
      header: t('facts.price'),
      cell: ({ clearing, status }) =>
        clearing ? <Price microPerKwh={pricePerKwh(clearing.price)} /> : <span>{t(`list.without.${status}`)}</span>,
      numeric: true,
    },
    {
      key: 'volume',
      header: t('facts.traded'),
      cell: ({ volume }) => <Energy wh={volume ?? wh(0n)} />,
      numeric: true,
    },
  ]
  return (
    <div className="mt-10">
      <Card title={t('list.past')} flush>
        <Table
          caption={t('list.past')}
          columns={columns}
          rows={[...sessions]}
          rowKey={({ id }) => String(id)}
          empty={<p className="px-4 pb-6 text-sm text-quiet sm:px-6">{t('list.noPast')}</p>}
        />
      </Card>
    </div>
  )
}
