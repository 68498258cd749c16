import { useLocale, useTranslations } from 'next-intl'
import { MonthBars } from '@/components/charts/month-bars'
import { Card } from '@/components/ui/card'
import { formatShortMonth } from '@/lib/format/period'
import type { ExportedMonth } from './exports-by-month'

/** What the meter counted on its way out, month by month. */
export function ExportsChart({ months }: { months: readonly ExportedMonth[] }) {
  const t = useTranslations('ownSurplus.exports')
  const style = { locale: useLocale(), timeZone: 'UTC' }
  return (
    <Card>
      <MonthBars
        title={t('title')}
        measure="energy"
        months={months.map(({ month }) => formatShortMonth(Date.parse(`${month}-15`) / 1_000, style))}
        bars={[{ key: 'exported', label: t('exported'), values: months.map(({ energy }) => energy) }]}
      />
    </Card>
  )
}
