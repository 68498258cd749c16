/** What a feed-in price can be published for, as a form offers it. */
import { getLocale, getTranslations } from 'next-intl/server'
import type { MemberRow } from '@/lib/db/read/members'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import type { PublishedFeedIn } from '@/lib/domain/surplus/credits'
import { env } from '@/lib/env'
import { shortHex } from '@/lib/format/hex'
import type { Locale } from '@/lib/format/locale'
import { formatPeriod } from '@/lib/format/period'
import { unpriced } from './unpriced'

export interface FeedInFacts {
  now: number
  periods: readonly PeriodRow[]
  regions: readonly number[]
  members: readonly MemberRow[]
  /** In order of delivery periods. */
  feedIns: readonly PublishedFeedIn[]
}

export async function feedInChoices({ now, periods, regions, members, feedIns }: FeedInFacts) {
  const t = await getTranslations('operator.market.tariffs')
  const style = { locale: (await getLocale()) as Locale, timeZone: env.marketTimeZone }
  const choiceOf = (period: PeriodRow) => ({ value: String(period.start), text: formatPeriod(period, style) })
  return {
    regions: regions.map((region) => {
      const published = feedIns.filter((one) => one.region === region)
      return {
        value: String(region),
        text: t('region', { region }),
        periods: unpriced(periods, published, now).map(choiceOf),
        last: published.at(-1)?.price ?? null,
      }
    }),
    payers: members
      .filter(({ roles }) => roles.includes('Grid'))
      .map(({ address, name }) => ({ value: address, text: name ?? shortHex(address) })),
  }
}
