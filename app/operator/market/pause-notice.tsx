import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import type { PauseRow } from '@/lib/db/read/market'
import { formatMinute } from '@/lib/format/period'

/** An activity that the guardian stopped: which, why, until when. */
export function PauseNotice({ pause }: { pause: PauseRow }) {
  const t = useTranslations('operator.market.pause')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const activity = t(`activity.${pause.activity}`)
  return (
    <Callout tone="warning" title={t('title', { activity })}>
      {t('meaning', { until: formatMinute(pause.until, style), reason: pause.reason })}
    </Callout>
  )
}
