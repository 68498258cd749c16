/** Whether another offer would have cost a customer less for their own metered year. */
import type { Viewer } from '@/lib/db/client'
import { daysOf, getMeter } from '@/lib/db/read/metering'
import { listOffers, getOffer, type OfferRow } from '@/lib/db/read/offers'
import { tariffsSince } from '@/lib/db/read/tariffs'
import { addDays, dayBounds, localDateOf } from '@/lib/domain/metering/calendar'
import { marketRegisterCalendar } from '@/lib/domain/metering/registers'
import { compareOffers } from '@/lib/domain/offers/compare/compare'
import type { ComparedOffer } from '@/lib/domain/offers/compare/compared'
import { historyOfDays } from '@/lib/domain/offers/compare/use-history'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { micro, wh, type Micro } from '@/lib/domain/units/units'
import { env } from '@/lib/env'

/** A year, and some days more, in case the newest are not there yet. */
const DAYS = 400
/** With fewer days a year is mostly made up: nobody is advised by that. */
const LEAST_DAYS = 60

export interface CheaperOffer {
  id: Hex
  name: string
  retailerName: string | null
  /** Expected in a year, for the same use. */
  saving: Micro
  /** Due on leaving the present offer before its term ends. */
  exitFee: Micro
}

export interface PresentSupply {
  meterId: string
  offerId: string
  /** UTC seconds. */
  now: number
}

/**
 * The cheapest of the offers that the viewer can take, if it is expected to cost less than the present one, deviation penalties
 * included. Null if none does, if the viewer does not hold the meter any more, or if too little of its use is known.
 */
export async function cheaperOffer(
  viewer: Viewer,
  { meterId, offerId, now }: PresentSupply,
): Promise<CheaperOffer | null> {
  const meter = await getMeter(viewer, meterId)
  if (!meter || !sameHex(meter.holder, viewer.address as Hex)) return null
  const timeZone = env.marketTimeZone
  const from = addDays(localDateOf(now, timeZone), -DAYS)
  const [days, open, present, tables] = await Promise.all([
    daysOf(viewer, meterId, { from }),
    listOffers({ customerClass: meter.customerClass }),
    getOffer(offerId),
    tariffsSince(dayBounds(from, timeZone).start),
  ])
  if (!present || days.length < LEAST_DAYS) return null
  const offers = [present, ...open.filter(({ id }) => id !== present.id)]
  const market = { timeZone, calendar: marketRegisterCalendar, tables, index: null, demandSeconds: null }
  const use = historyOfDays(days, market)
  if (use.days.length < LEAST_DAYS) return null
  const { costs } = compareOffers(offers.map(compared), { use, market, point: meter, now })
  const own = costs.find(({ id }) => id === present.id)
  const takeable = costs.filter(({ id, obstacles }) => id !== present.id && obstacles.length === 0)
  const [best] = takeable.sort((a, b) => (a.likely < b.likely ? -1 : 1))
  const row = best && offers.find(({ id }) => id === best.id)
  if (!own || !best || !row || best.likely >= own.likely) return null
  return {
    id: best.id,
    name: row.name,
    retailerName: row.retailerName,
    saving: micro(own.likely - best.likely),
    exitFee: present.offer.exitFee,
  }
}

/** What is sold of an offer is not known here: whether it is sold out, signing says. */
function compared({ id, offer, pricing, status }: OfferRow): ComparedOffer {
  return { id: id as Hex, offer, pricing, withdrawn: status === 'withdrawn', sold: wh(0n) }
}
