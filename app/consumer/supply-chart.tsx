import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { MonthBars } from '@/components/charts/month-bars'
import { Card } from '@/components/ui/card'
import { formatShortMonth } from '@/lib/format/period'
import type { SupplyMonth } from './supply-months'

/** Contracted against used, month by month, with the band inside which nothing extra is paid. */
export function SupplyChart({ months }: { months: readonly SupplyMonth[] }) {
  const t = useTranslations('supply.chart')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  return (
    <Card>
      <MonthBars
        title={t('title')}
        measure="energy"
        months={months.map(({ start }) => formatShortMonth(start, style))}
        bars={[{ key: 'used', label: t('used'), values: months.map(({ used }) => used) }]}
        mark={{ key: 'contracted', label: t('contracted'), values: months.map(({ contracted }) => contracted) }}
        band={{
          label: t('band'),
          low: months.map(({ lower }) => lower),
          high: months.map(({ upper }) => upper),
          outsideLabel: t('outside'),
        }}
      />
    </Card>
  )
}
