import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { utcSeconds } from '@/app/utc-seconds'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { pausesAt } from '@/lib/db/read/market'
import type { Offer } from '@/lib/domain/offers/offer'
import { formatMinute } from '@/lib/format/period'
import { standingAt, type Standing } from './standing'

/** As rows know it: the chain is asked again before a wallet is. Asked once per request. */
export const standingOf = cache(async (offer: Pick<Offer, 'validFrom' | 'validUntil'>): Promise<Standing | null> => {
  const now = utcSeconds()
  const pause = (await pausesAt(now)).find(({ activity }) => activity === 'Signing')
  return standingAt(now, { ...offer, pausedUntil: pause?.until ?? 0 })
})

/** Why there is nothing to sign here now, and what to do instead. */
export async function Barred({ standing: { why, at } }: { standing: Standing }) {
  const [t, locale, timeZone] = await Promise.all([getTranslations('signing'), getLocale(), getTimeZone()])
  const others = <LinkButton href="/">{t('otherOffers')}</LinkButton>
  return (
    <Callout tone="warning" title={t(`barred.${why}.title`)} todo={why === 'expired' && others}>
      {t(`barred.${why}.meaning`, { at: formatMinute(at, { locale, timeZone }) })}
    </Callout>
  )
}
