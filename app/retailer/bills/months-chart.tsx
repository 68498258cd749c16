import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { MonthBars } from '@/components/charts/month-bars'
import { Card } from '@/components/ui/card'
import type { Micro } from '@/lib/domain/units/units'
import { formatShortMonth } from '@/lib/format/period'
import { receivedIn, type BilledMonth } from './billed-months'

export interface MonthsChartProps {
  /** The newest first. */
  months: readonly BilledMonth[]
  /** By bill. */
  received: ReadonlyMap<string, Micro>
}

/** Money received month by month, beside what customers paid for leaving their bands. */
export function MonthsChart({ months, received }: MonthsChartProps) {
  const t = useTranslations('retailerBills.chart')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const oldestFirst = [...months].reverse()
  return (
    <Card>
      <MonthBars
        title={t('title')}
        measure="money"
        months={oldestFirst.map(({ start }) => formatShortMonth(start, style))}
        bars={[
          { key: 'received', label: t('received'), values: oldestFirst.map((month) => receivedIn(month, received)) },
          { key: 'penalty', label: t('penalty'), values: oldestFirst.map(({ penalty }) => penalty) },
        ]}
      />
    </Card>
  )
}
