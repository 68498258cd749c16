/**
 * What a year costs under an offer, once more and from scratch: the hours one by one, SPEC section 7 by hand, nothing of the
 * program's own rules. For the formulas of the demo market's offers for homes.
 */
import type { YearFile } from './year-file'

/** As the market's public route gives it: whole numbers are written ~123. */
interface Offer {
  id: string
  offer: {
    deviation: { lower: string; upper: string; excess: string; shortfall: string; ruleBasis: string }
    priceCap: string
    voltageClass: number
    region: number
  }
  pricing: { formula: string; params: { price?: string; prices?: string[]; upTo?: string[] } }
}
interface Table {
  region: number
  voltageClass: number
  agencyPrice: string
  components: { prices: string[] }[]
}
export interface PublishedOffer {
  offers: Offer[]
  tables: Table[]
}

const big = (text: string | undefined) => BigInt((text ?? '').replace('~', ''))

/** 尖 峰 平 谷 深谷 of the market's day, hour by hour. */
const REGISTER_OF_HOUR = [3, 3, 4, 4, 4, 3, 3, 2, 2, 1, 1, 1, 2, 2, 2, 2, 1, 1, 0, 0, 1, 2, 2, 3]

export interface OfferSums {
  offer: Offer
  tables: Table[]
}

export function offerWith({ offers, tables }: PublishedOffer, id: string | undefined | null): OfferSums {
  const offer = offers.find((one) => one.id === id)
  if (!offer) throw new Error(`no offer ${id}`)
  return { offer, tables }
}

export function yearlyCost(sums: OfferSums, year: YearFile, percent: bigint): bigint {
  let total = 0n
  for (let month = 1; month <= 12; month++) {
    const five = [0n, 0n, 0n, 0n, 0n]
    for (const hour of year.hours)
      if (hour.month === month) {
        const register = REGISTER_OF_HOUR[hour.hour] ?? 0
        five[register] = (five[register] ?? 0n) + BigInt(hour.wh)
      }
    const contracted = five.reduce((sum, energy) => sum + energy, 0n)
    total += monthlyCost(sums, { contracted, five: five.map((energy) => (energy * percent) / 100n) })
  }
  return total
}

/** One month's bill: what was used, by register. */
export function monthlyCost(
  { offer: { offer, pricing }, tables }: OfferSums,
  { contracted, five }: { contracted: bigint; five: bigint[] },
): bigint {
  const { deviation } = offer
  if (deviation.ruleBasis !== 'Monthly' || big(offer.priceCap) !== 0n) throw new Error('not a plain offer')
  const table = tables.find((one) => one.voltageClass === offer.voltageClass && one.region === offer.region)
  if (!table) throw new Error('no tariff')
  const used = five.reduce((sum, energy) => sum + energy, 0n)
  if (used === 0n) throw new Error('a month without use')
  const upper = (contracted * big(deviation.upper) + 9_999n) / 10_000n
  const lower = (contracted * big(deviation.lower)) / 10_000n
  const direct = used < upper ? used : upper
  const excess = used > upper ? used - upper : 0n
  const shortfall = lower > used ? lower - used : 0n
  const energy = (energyCost(pricing, five, used) * direct) / used / 1_000n
  const components = table.components.map(({ prices }) => {
    const full = five.reduce((sum, each, register) => sum + each * big(prices[register]), 0n)
    return (full * direct) / used / 1_000n
  })
  const excessCharge = (excess * big(table.agencyPrice) * big(deviation.excess)) / 10_000n / 1_000n
  const penalty = (shortfall * big(deviation.shortfall)) / 1_000n
  return energy + components.reduce((sum, each) => sum + each, 0n) + excessCharge + penalty
}

/** In thousandths of a Micro. */
function energyCost({ formula, params }: Offer['pricing'], five: readonly bigint[], used: bigint): bigint {
  if (formula === 'Flat') return used * big(params.price)
  if (formula === 'TimeOfUse') return five.reduce((sum, each, index) => sum + each * big(params.prices?.[index]), 0n)
  if (formula !== 'Tiered') throw new Error(`no sum by hand for ${formula}`)
  const edges = [0n, ...(params.upTo ?? []).map(big)]
  return (params.prices ?? []).reduce((sum, price, tier) => {
    const [from, to] = [edges[tier] ?? 0n, edges[tier + 1] ?? used]
    const inTier = (used < to ? used : to) - from
    return inTier > 0n ? sum + inTier * big(price) : sum
  }, 0n)
}
