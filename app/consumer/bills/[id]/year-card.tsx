import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { MonthBars } from '@/components/charts/month-bars'
import { Card } from '@/components/ui/card'
import { formatShortMonth } from '@/lib/format/period'
import type { ComparedMonth } from './year-beside-last'

/** This year's use beside last year's, month by month; without a year before it, this year's alone. */
export function YearCard({ months }: { months: readonly ComparedMonth[] }) {
  const t = useTranslations('bill.year')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const compared = months.some(({ lastYear }) => lastYear !== null)
  return (
    <Card title={t('title')} lead={t(compared ? 'lead' : 'leadAlone')} className="later break-inside-avoid">
      <MonthBars
        title={t('chart')}
        measure="energy"
        months={months.map(({ start }) => formatShortMonth(start, style))}
        bars={[
          ...(compared
            ? [{ key: 'lastYear', label: t('lastYear'), values: months.map(({ lastYear }) => lastYear) }]
            : []),
          { key: 'thisYear', label: t('thisYear'), values: months.map(({ thisYear }) => thisYear) },
        ]}
      />
    </Card>
  )
}
