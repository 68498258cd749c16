import { useTranslations } from 'next-intl'
import { Energy, EnergyDifference } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Period } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Table, type Column } from '@/components/ui/table'
import type { MonthPosition } from './position-months'

/** One row for each month, as settled or as planned. */
export function PositionTable({ months }: { months: MonthPosition[] }) {
  const t = useTranslations('position')
  return <Table caption={t('caption')} columns={useColumns()} rows={months} rowKey={({ start }) => String(start)} />
}

function useColumns(): Column<MonthPosition>[] {
  const t = useTranslations('position')
  return [
    { key: 'month', header: t('month'), cell: ({ start, end }) => <Period start={start} end={end} />, primary: true },
    { key: 'sold', header: t('sold'), cell: ({ sold }) => <Energy wh={sold} unit="kWh" digits={0} />, numeric: true },
    {
      key: 'bought',
      header: t('bought'),
      cell: ({ bought }) => <Energy wh={bought} unit="kWh" digits={0} />,
      numeric: true,
    },
    {
      key: 'difference',
      header: t('difference'),
      cell: ({ sold, bought }) => <EnergyDifference wh={bought - sold} unit="kWh" digits={0} />,
      numeric: true,
    },
    { key: 'cost', header: t('cost'), cell: ({ cost }) => <Money micro={cost} />, numeric: true },
    {
      key: 'state',
      header: t('state'),
      cell: ({ settled }) => <Badge tone={settled ? 'success' : 'neutral'}>{t(settled ? 'settled' : 'planned')}</Badge>,
    },
  ]
}
