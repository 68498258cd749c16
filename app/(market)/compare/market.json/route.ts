/** Offers and tariffs once, for the comparison that runs in the browser: public, and the same for everybody. */
import { NextResponse } from 'next/server'
import { utcSeconds } from '@/app/utc-seconds'
import { listOffers } from '@/lib/db/read/offers'
import { tariffsSince } from '@/lib/db/read/tariffs'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { env } from '@/lib/env'
import type { MarketData } from '../market-data'
import { toWire } from '../wire'

/** A year of use, and the months around it. */
const TABLES_SINCE_S = 400 * 86_400
const FRESH_FOR = 'public, max-age=60, stale-while-revalidate=600'

export async function GET(): Promise<Response> {
  const [offers, tables] = await Promise.all([listOffers(), tariffsSince(utcSeconds() - TABLES_SINCE_S)])
  const data: MarketData = {
    timeZone: env.marketTimeZone,
    tables,
    offers: offers.map(({ id, name, retailer, retailerName, pricing, offer, status }) => ({
      ...{ id: id as Hex, name, retailer: retailer as Address, retailerName, pricing, offer },
      withdrawn: status === 'withdrawn',
      // How much of an offer's capacity is sold is known to the chain only, which refuses what is above it.
      sold: wh(0n),
    })),
  }
  return new NextResponse(toWire(data), { headers: { 'content-type': 'application/json', 'cache-control': FRESH_FOR } })
}
