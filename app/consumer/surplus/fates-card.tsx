import { useLocale, useTranslations } from 'next-intl'
import { ShareBar } from '@/components/charts/share-bar'
import { DeliveryPeriod } from '@/components/energy/delivery-period'
import { Energy } from '@/components/energy/energy'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import type { OwnFates } from '@/lib/domain/surplus/credits'
import { addedFates, FATE_COLUMNS, type FateColumn } from '@/lib/domain/surplus/own-fates'
import { formatEnergy } from '@/lib/format/energy'

export interface FatesCardProps {
  fates: readonly OwnFates[]
  calendar: readonly PeriodRow[]
}

/** Where every exported Wh went: in a picture, in words, and period by period, adding up to what the meter counted. */
export function FatesCard({ fates, calendar }: FatesCardProps) {
  const t = useTranslations('ownSurplus.fates')
  const locale = useLocale()
  const all = addedFates(fates)
  const columns = FATE_COLUMNS.filter((column) => column !== 'given' || all.given > 0n)
  const exact = (energy: OwnFates['held']) => formatEnergy(energy, locale, { unit: 'kWh', exact: true })
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <div className="px-4 pb-6 sm:px-6">
        <ShareBar
          shares={columns.map((column) => ({
            key: column,
            label: t(`column.${column}`),
            value: all[column],
            text: exact(all[column]),
          }))}
        />
        <p className="mt-4 flex items-baseline justify-between gap-4 border-t border-line pt-3 text-sm font-semibold">
          <span>{all.received > 0n ? t('sumWithReceived', { received: exact(all.received) }) : t('sum')}</span>
          <span className="figure" data-sum={String(all.exported + all.received)}>
            {exact((all.exported + all.received) as OwnFates['held'])}
          </span>
        </p>
      </div>
      <details className="border-t border-line">
        <summary className="flex min-h-11 items-center px-4 text-sm font-medium text-quiet -outline-offset-4 hover:text-accent sm:px-6">
          {t('byPeriod')}
        </summary>
        <Table
          caption={t('title')}
          columns={useColumns(columns, calendar)}
          rows={[...fates]}
          rowKey={({ start, region }) => `${start}-${region}`}
          rowData={(row) => Object.fromEntries(FATE_COLUMNS.map((column) => [`data-${column}`, String(row[column])]))}
          totals={{
            period: t('together'),
            exported: <Energy wh={all.exported} unit="kWh" exact />,
            ...Object.fromEntries(
              columns.map((column) => [column, <Energy key={column} wh={all[column]} unit="kWh" exact />]),
            ),
          }}
        />
      </details>
    </Card>
  )
}

function useColumns(columns: readonly FateColumn[], calendar: readonly PeriodRow[]): Column<OwnFates>[] {
  const t = useTranslations('ownSurplus.fates')
  return [
    {
      key: 'period',
      header: t('period'),
      primary: true,
      cell: ({ start }) => <DeliveryPeriod start={start} calendar={calendar} />,
    },
    {
      key: 'exported',
      header: t('exported'),
      numeric: true,
      cell: ({ exported }) => <Energy wh={exported} unit="kWh" exact />,
      cellData: ({ exported }) => ({ 'data-exported': String(exported) }),
    },
    ...columns.map(
      (column): Column<OwnFates> => ({
        key: column,
        header: t(`column.${column}`),
        numeric: true,
        cell: (row) => <Energy wh={row[column]} unit="kWh" exact />,
      }),
    ),
  ]
}
