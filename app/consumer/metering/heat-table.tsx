import { useLocale, useTranslations } from 'next-intl'
import { Table, type Column } from '@/components/ui/table'
import { GRID_HOURS, meanHours, type GridDay } from '@/lib/domain/metering/hour-grid'
import { wallTime } from '@/lib/domain/metering/curve-points'
import { energyText } from '@/lib/format/energy'
import { formatDate } from '@/lib/format/local-date'

/** The year in figures: what an hour of the day came to in the mean of each month. */
export function HeatTable({ grid }: { grid: readonly GridDay[] }) {
  const t = useTranslations('metering.heat')
  const chart = useTranslations('ui.chart')
  const locale = useLocale()
  const months = [...new Set(grid.map(({ day }) => day.slice(0, 7)))].map((month) => ({
    name: formatDate(`${month}-01`, locale, 'shortMonth'),
    means: meanHours(grid.filter(({ day }) => day.startsWith(month))),
  }))
  const columns: Column<number>[] = [
    { key: 'hour', header: t('hour'), cell: (hour) => wallTime(hour * 60), primary: true },
    ...months.map(({ name, means }) => ({
      key: name,
      header: name,
      cell: (hour: number) => {
        const mean = means[hour]
        return mean === null || mean === undefined ? '–' : energyText(mean, locale, { unit: 'kWh', digits: 2 }).number
      },
      numeric: true,
    })),
  ]
  return (
    <details className="mt-3 text-sm">
      <summary className="inline-flex min-h-11 items-center font-medium text-quiet hover:text-accent sm:min-h-8">
        {chart('asTable')}
      </summary>
      <p className="mt-2 text-quiet">
        {t('table')} (kWh). {t('tableNote')}
      </p>
      <div className="mt-2 sm:overflow-x-auto">
        <Table
          caption={`${t('table')} (kWh)`}
          columns={columns}
          rows={Array.from({ length: GRID_HOURS }, (_, hour) => hour)}
          rowKey={(hour) => String(hour)}
        />
      </div>
    </details>
  )
}
