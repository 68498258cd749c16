import { Table, type Column } from '@/components/ui/table'
import type { MeasureFormat } from './measure'
import type { MonthBand, MonthSeries, MonthValues } from './month-series'
import { useTranslations } from 'next-intl'

export interface MonthTableProps {
  caption: string
  months: string[]
  bars: MonthSeries[]
  mark?: MonthSeries
  band?: MonthBand
  format: MeasureFormat
}

/** The figures behind a chart, for whoever cannot or would not read them off a picture. */
export function MonthTable({ caption, months, bars, mark, band, format }: MonthTableProps) {
  const t = useTranslations('ui.chart')
  const text = (values: MonthValues, index: number) => {
    const value = values[index]
    return value === null || value === undefined ? '–' : format.value(value)
  }
  const seriesColumns = [...bars, ...(mark ? [mark] : [])].map(
    (series): Column<number> => ({
      key: series.key,
      header: `${series.label} (${format.unit})`,
      cell: (index) => text(series.values, index),
      numeric: true,
    }),
  )
  const bandColumn: Column<number> | undefined = band && {
    key: 'band',
    header: `${band.label} (${format.unit})`,
    cell: (index) => `${text(band.low, index)} – ${text(band.high, index)}`,
    numeric: true,
  }
  const monthColumn: Column<number> = {
    key: 'month',
    header: t('month'),
    cell: (index) => months[index],
    primary: true,
  }
  return (
    <Table
      caption={caption}
      columns={[monthColumn, ...seriesColumns, ...(bandColumn ? [bandColumn] : [])]}
      rows={months.map((_, index) => index)}
      rowKey={(index) => String(index)}
    />
  )
}
