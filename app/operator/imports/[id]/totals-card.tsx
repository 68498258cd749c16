import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Energy } from '@/components/energy/energy'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import type { ImportReport } from '@/lib/db/read/imports'
import { formatDateRange } from '@/lib/format/local-date'
import { formatCount } from '@/lib/format/number'

type Total = ImportReport['totals'][number]
type Placed = Total & { place: number }

/** Beyond these the table is opened on demand. */
const FIRST = 10

/** What the file says in all of each channel: a look tells whether it is the file that was meant. */
export function TotalsCard({ report: { totals, channels } }: { report: ImportReport }) {
  const t = useTranslations('imports.totals')
  const rows = totals.map((total, place) => ({ ...total, place }))
  if (rows.length === 0) return null
  const rest = rows.slice(FIRST)
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <TotalsTable caption={t('title')} rows={rows.slice(0, FIRST)} />
      {rest.length > 0 && (
        <details className="border-t border-line">
          <summary className="inline-flex min-h-11 items-center px-4 text-sm font-medium text-quiet -outline-offset-4 hover:text-accent sm:px-6">
            {t('rest', { count: rest.length })}
          </summary>
          <TotalsTable caption={t('rest', { count: rest.length })} rows={rest} />
        </details>
      )}
      {channels > totals.length && (
        <p className="border-t border-line px-4 py-3 text-sm text-quiet sm:px-6">
          {t('more', { shown: totals.length, all: channels })}
        </p>
      )}
    </Card>
  )
}

function TotalsTable({ caption, rows }: { caption: string; rows: Placed[] }) {
  const t = useTranslations('imports.totals')
  const locale = useLocale()
  const count = (key: 'intervals' | 'estimated' | 'substituted' | 'missing'): Column<Placed> => ({
    key,
    header: t(key),
    cell: (total) => formatCount(total[key], locale),
    numeric: true,
  })
  const columns: Column<Placed>[] = [
    { key: 'channel', header: t('channel'), cell: (total) => <Channel total={total} />, primary: true },
    { key: 'direction', header: t('direction'), cell: ({ direction }) => t(`directions.${direction}`) },
    {
      key: 'days',
      header: t('days'),
      cell: ({ from, to }) => <span className="figure">{formatDateRange({ first: from, last: to }, locale)}</span>,
    },
    {
      key: 'energy',
      header: t('energy'),
      cell: ({ energyWh }) => <Energy wh={energyWh} unit="kWh" exact />,
      numeric: true,
    },
    ...(['intervals', 'estimated', 'substituted', 'missing'] as const).map(count),
  ]
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ place }) => String(place)}
      rowData={({ meterId, channel }) => ({ 'data-total-of': meterId, 'data-channel': channel })}
    />
  )
}

function Channel({ total: { meterId, meter, channel } }: { total: Total }) {
  return (
    <Link href={`/operator/meters/${meterId}`} className="block min-h-11 w-fit text-left hover:text-accent sm:min-h-0">
      <span className="figure block font-medium">{meter}</span>
      <span className="block text-sm font-normal break-all text-quiet">{channel}</span>
    </Link>
  )
}
