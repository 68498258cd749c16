/** A replayed month under the market's own rules: band, price cap, regulated components, settlement model. */
import { REGISTERS } from '../metering/registers'
import { registerValues, sumWh, type RegisterValues } from '../metering/register-values'
import { determinantsOf, type Determinants } from '../offers/determinants'
import { PRICE_ONE, type MarketPlan, type PlanTariff } from '../offers/plan'
import { costOf, type Pricing } from '../offers/formulas/registry'
import { micro, nano, signedMicro, signedNano, watt, wh, WH_PER_KWH, type Wh } from '../units/units'
import { Refused } from '../refused'
import type { Year } from './annual'
import { close, draft, type Bill } from './bill'
import type { ExactLine, ReplayedInterval, ReplayedMonth, ReplayLine } from './replay-lines'

export const YEAR_MONTHS = 12

/** What the market's part of a month was made of, for the contract to be asked the same question. */
export interface MarketMonth {
  /** The offer's formula; null while no contract prices its lines together. */
  pricing: Pricing | null
  usage: Determinants
  contracted: Wh
  tariff: PlanTariff
  bill: Bill
}

/** Energy per register, as the market's calendar tells them apart. */
export interface RegisterMeter {
  add(interval: ReplayedInterval): void
  close(): { registers: RegisterValues<Wh>; maxDemandW: bigint }
}

export function registerMeter({ calendar }: Pick<MarketPlan, 'calendar'>): RegisterMeter {
  const place = calendar?.periods.map((period) => REGISTERS.findIndex((register) => register === period))
  let energies = REGISTERS.map(() => 0n)
  let maxDemandW = 0n
  return {
    add(interval) {
      const { importWh, seconds, time } = interval
      const register =
        calendar && place ? (place[calendar.periodAt(time, seconds / 60)] ?? 0) : REGISTERS.indexOf('flat')
      energies[register] = (energies[register] ?? 0n) + importWh
      const demand = (importWh * 3_600n) / BigInt(seconds)
      if (demand > maxDemandW) maxDemandW = demand
    },
    close() {
      const closed = { registers: registerValues(energies.map(wh)), maxDemandW }
      energies = REGISTERS.map(() => 0n)
      maxDemandW = 0n
      return closed
    },
  }
}

/** Σ of the offer's lines as one cost. A part of a Nano is dropped, as a price formula drops it. */
export function energyCost(lines: readonly ExactLine[]): bigint {
  const whole = lines.reduce((product, { divisor }) => product * divisor, 1n)
  const sum = lines.reduce((total, { cost, divisor }) => total + (cost * whole) / divisor, 0n)
  return (sum * WH_PER_KWH) / whole
}

export interface MarketFacts {
  month: ReplayedMonth
  metered: ReturnType<RegisterMeter['close']>
  lines: readonly ExactLine[]
  pricing: Pricing | null
  tariff: PlanTariff
  contracted: Wh
}

export function marketMonth(
  plan: MarketPlan,
  { month, metered, lines, pricing, tariff, contracted }: MarketFacts,
): MarketMonth {
  const { registers } = metered
  const table = { ...tariff, start: month.start, end: month.end }
  const indexCost = lines.find((line) => line.kind === 'series')?.quote?.usage.indexCost ?? signedNano(0n)
  const meter = { registers, maxDemand: watt(metered.maxDemandW), capacity: plan.capacity, indexCost }
  const usage = determinantsOf(meter, plan.offer.deviation, table)
  // A formula line has no cost of its own: it needs what the exchange published.
  const cost = lines.length === 0 && pricing ? costOf(pricing, usage) : energyCost(lines)
  if (cost < 0n) {
    throw new Refused('EnergyCostNegative', {
      what: `the offer's energy costs less than nothing in ${month.id}, and a price formula cannot pay the consumer`,
      todo: 'Give the series a floor, or take its line out of market.energy.',
      at: month.start,
    })
  }
  const bill = draft(plan.offer, tariff, { contracted, registers: metered.registers, cost: nano(cost) })
  return { pricing, usage, contracted, tariff, bill }
}

export function marketLines({ lines }: Bill): ReplayLine[] {
  return lines.map(({ kind, payee, quantity, price, amount }) => {
    const single = price === 0n ? null : price * PRICE_ONE
    return { name: kind, kind, payee, quantity, unit: 'Wh', price: single, rows: [], amount: signedMicro(amount) }
  })
}

/** Adds up a contract year on annual basis, which starts with the first month; its twelfth month's bill closes it. */
export function yearMeter({ offer }: MarketPlan) {
  const nothing: Year = { contracted: wh(0n), used: wh(0n), charged: micro(0n) }
  let year = nothing
  let months = 0
  return {
    add({ bill, tariff, usage, contracted }: MarketMonth): Bill {
      if (offer.deviation.ruleBasis !== 'Annual') return bill
      year = {
        contracted: wh(year.contracted + contracted),
        used: wh(year.used + sumWh(usage.registers)),
        charged: micro(year.charged + bill.total),
      }
      months += 1
      if (months < YEAR_MONTHS) return bill
      const closing = close(offer, tariff, year, bill)
      year = nothing
      months = 0
      return closing
    },
  }
}
