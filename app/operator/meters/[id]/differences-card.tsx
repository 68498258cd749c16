import { useTranslations } from 'next-intl'
import { Energy, EnergyDifference } from '@/components/energy/energy'
import { RegisterName } from '@/components/energy/register-name'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import type { DifferenceRow } from '@/lib/domain/metering/register-differences'

/** Σ intervals against what the registers counted: every row, also where both are the same. */
export function DifferencesCard({ rows }: { rows: DifferenceRow[] }) {
  const t = useTranslations('operator.data.differences')
  const columns: Column<DifferenceRow>[] = [
    {
      key: 'register',
      header: t('register'),
      cell: ({ register }) => <DifferenceName register={register} />,
      primary: true,
    },
    {
      key: 'intervals',
      header: t('intervals'),
      cell: (row) => <Energy wh={row.intervalsWh} unit="kWh" exact />,
      numeric: true,
    },
    {
      key: 'registers',
      header: t('counted'),
      cell: (row) => <Energy wh={row.registerWh} unit="kWh" exact />,
      numeric: true,
    },
    {
      key: 'difference',
      header: t('difference'),
      cell: (row) => <EnergyDifference wh={row.differenceWh} unit="kWh" exact />,
      cellData: (row) => ({ 'data-difference': row.differenceWh.toString() }),
      numeric: true,
    },
    {
      key: 'cause',
      header: t('cause'),
      cell: ({ cause }) => (
        <Badge tone={cause === 'None' ? 'success' : cause === 'Unexplained' ? 'danger' : 'warning'}>
          {t(`causes.${cause}`)}
        </Badge>
      ),
    },
  ]
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ register, from }) => `${register}-${from}`}
        empty={<p className="px-4 pb-6 text-sm text-quiet sm:px-6">{t('none')}</p>}
      />
    </Card>
  )
}

/** A tariff register, all of them, or the export. */
export function DifferenceName({ register }: Pick<DifferenceRow, 'register'>) {
  const t = useTranslations('operator.data.differences')
  return register === 'total' || register === 'export' ? t(register) : <RegisterName register={register} />
}
