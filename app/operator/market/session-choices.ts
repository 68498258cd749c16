/** What a session can be opened for, as a form offers it. */
import { getLocale, getTranslations } from 'next-intl/server'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/format/locale'
import { typedMoment } from '@/lib/format/parse-moment'
import { formatPeriod } from '@/lib/format/period'

const DAY_S = 86_400
const HOUR_S = 3_600
/** Periods in the list. */
const MOST = 12

/** Exported energy is sold after its period, contracted energy while it runs or before. */
export async function sessionChoices(now: number, periods: readonly PeriodRow[], regions: readonly number[]) {
  const t = await getTranslations('operator.market.tariffs')
  const style = { locale: (await getLocale()) as Locale, timeZone: env.marketTimeZone }
  const choiceOf = (period: PeriodRow) => ({ value: String(period.start), text: formatPeriod(period, style) })
  const over = periods.filter(({ end }) => end <= now).slice(-MOST)
  const running = periods.filter(({ end }) => end > now + HOUR_S).slice(0, MOST)
  return {
    regions: regions.map((region) => ({ value: String(region), text: t('region', { region }) })),
    periods: { Exported: over.reverse().map(choiceOf), Contracted: running.map(choiceOf) },
    times: {
      lockAt: typedMoment(now + DAY_S - HOUR_S, env.marketTimeZone),
      closeAt: typedMoment(now + DAY_S, env.marketTimeZone),
    },
  }
}
