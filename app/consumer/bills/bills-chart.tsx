import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { MonthBars } from '@/components/charts/month-bars'
import { Card } from '@/components/ui/card'
import { formatShortMonth } from '@/lib/format/period'
import { byMonth, type BilledMonth } from './bill-years'

/** What each month came to, and how much of it was the cost of leaving the band. */
export function BillsChart({ bills }: { bills: readonly BilledMonth[] }) {
  const t = useTranslations('bills.chart')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const months = byMonth(bills)
  return (
    <Card>
      <MonthBars
        title={t('title')}
        measure="money"
        stacked
        months={months.map(({ start }) => formatShortMonth(start, style))}
        bars={[
          { key: 'supply', label: t('supply'), values: months.map(({ total, penalty }) => total - penalty) },
          { key: 'penalty', label: t('penalty'), values: months.map(({ penalty }) => penalty) },
        ]}
      />
    </Card>
  )
}
