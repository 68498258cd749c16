import { useTranslations, useLocale } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field, Input } from '@/components/ui/field'
import type { MeteredDays } from '@/lib/db/read/metering-span'
import { addDays } from '@/lib/domain/metering/calendar'
import type { DateSpan } from '@/lib/domain/metering/metering-view'
import { formatDate } from '@/lib/format/local-date'

export interface DownloadCardProps {
  meterId: string
  days: MeteredDays
  /** What is shown; the form begins with it. */
  span: DateSpan
}

/** A plain form: the browser saves a file, no page changes. */
export function DownloadCard({ meterId, days, span }: DownloadCardProps) {
  const t = useTranslations('metering.download')
  const locale = useLocale()
  const within = (day: string) => (day < days.first ? days.first : day > days.last ? days.last : day)
  const bounds = { min: days.first, max: days.last, type: 'date', required: true }
  const available = { from: formatDate(days.first, locale, 'day'), to: formatDate(days.last, locale, 'day') }
  return (
    <Card title={t('title')} lead={t('lead')}>
      <form key={`${meterId}${span.from}${span.to}`} method="get" className="space-y-4">
        <input type="hidden" name="meter" value={meterId} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('from')}>
            <Input name="from" defaultValue={within(span.from)} {...bounds} />
          </Field>
          <Field label={t('to')}>
            <Input name="to" defaultValue={within(addDays(span.to, -1))} {...bounds} />
          </Field>
        </div>
        <p className="text-sm text-quiet">{t('hint', available)}</p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" formAction="/consumer/metering/usage.csv">
            {t('csv')}
          </Button>
          <Button type="submit" formAction="/consumer/metering/green-button.xml">
            {t('greenButton')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
