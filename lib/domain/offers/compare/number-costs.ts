/**
 * `exactCosts` (year-costs.ts) in numbers, for a thousand offers at once: the same amounts to the unit, or null where a value on the
 * way left the whole numbers that a double holds (exact-numbers.ts), or the formula is not known in numbers.
 */
import { trueUp } from '../../billing/annual'
import { referencePrice } from '../../tariffs/table'
import { bps, micro, wh } from '../../units/units'
import { directChargeExact, type BandCells } from './band-cells'
import type { ComparedOffer } from './compared'
import { EXACT_LIMIT, mulDivDownExact } from './exact-numbers'
import { numberCosts } from './number-formulas'
import { shownCosts, type NumberYears } from './number-years'
import type { YearTerms } from './price-year'
import type { YearCosts } from './year-costs'
import { YEAR_MONTHS } from './year-days'

const WH_PER_KWH = 1_000
const EXCESS_DIVISOR = WH_PER_KWH * 10_000

const WITHOUT_BAND = { lower: bps(0n), upper: bps(0n), ruleBasis: 'Annual' } as const

type Terms = Pick<ComparedOffer, 'offer' | 'pricing'>

export function numberCostsOf(compared: Terms, years: NumberYears): YearCosts | null {
  const { offer, pricing } = compared
  const { cells, scratch, terms } = years
  const costPeak = numberCosts(pricing, cells, { cost: scratch.cost, basis: offer.deviation.referenceBasis })
  if (costPeak === null) return null
  const capPeak = capCosts(scratch.cost, cells.used, Number(offer.priceCap))
  const band = years.band(offer.deviation)
  const plain = years.band(WITHOUT_BAND)
  const linePeak = monthLines(compared, { years, band, plain })
  const closePeak = offer.deviation.ruleBasis === 'Annual' ? closeYears(compared, { years, terms, band }) : 0
  const headline = headlineOf(compared, years)
  const peak = Math.max(costPeak, capPeak, linePeak, closePeak, band.peak, plain.peak, headline.peak)
  // Not (peak >= limit): that would let NaN through.
  if (!(peak < EXACT_LIMIT)) return null
  return shownCosts(years, headline.price)
}

/** Never more than the cap for each kWh. A cap of zero is none. */
function capCosts(cost: Float64Array, used: Float64Array, cap: number): number {
  if (cap === 0) return 0
  let peak = cap
  for (let slot = 0; slot < cost.length; slot++) {
    const most = (used[slot] ?? 0) * cap
    if ((cost[slot] ?? 0) > most) cost[slot] = most
    if (most > peak) peak = most
  }
  return peak
}

interface Lines {
  years: NumberYears
  band: BandCells
  plain: BandCells
}

/** Energy, excess and shortfall lines of each slot, and their sums by year. */
function monthLines({ offer }: Terms, { years, band, plain }: Lines): number {
  const { scratch, cells } = years
  const { cost, energy, excess, shortfall } = scratch
  const { used } = cells
  const prices = cells.reference[offer.deviation.referenceBasis]
  const multiplier = Number(offer.deviation.excess)
  const rate = Number(offer.deviation.shortfall)
  let peak = Math.max(multiplier, rate)
  for (let year = 0, slot = 0; year < years.years; year++) {
    let total = 0
    let premium = 0
    let penalties = 0
    for (let month = 0; month < YEAR_MONTHS; month++, slot++) {
      const all = cost[slot] ?? 0
      const direct = band.direct[slot] ?? 0
      const taken = used[slot] ?? 0
      const components = band.components[slot] ?? 0
      const charge = directChargeExact(all, direct, taken)
      let over = 0
      if (direct !== taken) {
        const priced = (taken - direct) * (prices[month] ?? 0)
        over = mulDivDownExact(priced, multiplier, EXCESS_DIVISOR)
        premium += charge + components + over - Math.floor(all / WH_PER_KWH) - (plain.components[slot] ?? 0)
        if (priced > peak) peak = priced
        if (over > peak) peak = over
      }
      const missing = (band.shortfall[slot] ?? 0) * rate
      const penalty = missing === 0 ? 0 : Math.floor(missing / WH_PER_KWH)
      energy[slot] = charge
      excess[slot] = over
      shortfall[slot] = penalty
      total += charge + components + over + penalty
      penalties += penalty
      if (missing > peak) peak = missing
    }
    scratch.totals[year] = total
    scratch.premiums[year] = premium
    scratch.shortfalls[year] = penalties
    if (total > peak) peak = total
  }
  return peak
}

/** The band of a contract year, in the bill that closes it: see endsYear and annual.ts. */
function closeYears(
  { offer }: Terms,
  { years, terms, band }: { years: NumberYears; terms: YearTerms; band: BandCells },
) {
  const { scratch, cells } = years
  let peak = 0
  for (const { from, to, contracted, upper, lower } of years.closings(offer)) {
    const table = terms.tables[to]
    if (!table) throw new RangeError('a year without a closing month')
    const price = referencePrice(table, offer.deviation.referenceBasis)
    for (let year = 0; year < years.years; year++) {
      let used = 0
      let charged = 0
      for (let month = from; month <= to; month++) {
        const slot = year * YEAR_MONTHS + month
        used += cells.used[slot] ?? 0
        charged += (scratch.energy[slot] ?? 0) + (band.components[slot] ?? 0)
      }
      peak = Math.max(peak, used, charged, lower)
      if (!(peak < EXACT_LIMIT)) return peak
      if (used >= lower && used <= upper) continue
      // Few years leave the band of a whole year: these may take their time.
      const totals = { contracted, used: wh(BigInt(used)), charged: micro(BigInt(charged)) }
      const { excess, amount } = trueUp(totals, offer.deviation, price)
      const [slot, line] = [year * YEAR_MONTHS + to, Number(amount)]
      const [lines, sums] = excess === 0n ? [scratch.shortfall, scratch.shortfalls] : [scratch.excess, scratch.premiums]
      lines[slot] = line
      sums[year] = (sums[year] ?? 0) + line
      scratch.totals[year] = (scratch.totals[year] ?? 0) + line
      peak = Math.max(peak, scratch.totals[year] ?? 0, line)
    }
  }
  return peak
}

function headlineOf(
  { offer, pricing }: Terms,
  { even, evenUsed, scratch }: NumberYears,
): { price: number; peak: number } {
  const costPeak = numberCosts(pricing, even, { cost: scratch.even, basis: offer.deviation.referenceBasis })
  const capPeak = capCosts(scratch.even, even.used, Number(offer.priceCap))
  const sum = scratch.even.reduce((total, cost) => total + cost, 0)
  return { price: Math.floor(sum / evenUsed), peak: Math.max(costPeak ?? Number.NaN, capPeak, sum) }
}
