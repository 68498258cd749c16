/** Years, markets and offers that are made up from a seed, for tests and the benchmark. */
import { marketRegisterCalendar, type RegisterCalendar } from '../../metering/registers'
import type { IntervalRun } from '../../metering/interval-run'
import { monthBounds, nextMonth, type MonthOfYear } from '../../metering/calendar'
import { registerValues } from '../../metering/register-values'
import type { Component, TariffTable } from '../../tariffs/table'
import type { SeededRandom } from '../../units/seeded-random'
import { ZERO_ADDRESS, ZERO_HASH, type Hex } from '../../units/hex'
import { bps, micro, microPerKwh, signedMicroPerKwh, wh } from '../../units/units'
import { pricingOf, type Pricing } from '../formulas/registry'
import { SETTLEMENT_MODELS } from '../offer'
import { sampleOffer } from '../offer.sample'
import type { ComparedMarket, ComparedOffer, ComparedPoint, IntervalIndex } from './compared'

export const REGION = 42
export const VOLTAGE_CLASS = 2
export const NOW = 1_780_000_000
export const ANYWHERE: ComparedPoint = { customerClass: null, region: null, voltageClass: null, capacity: null }

/** Whole local months, each interval between nothing and `mostWh`. */
export function madeRun(random: SeededRandom, { first, months, timeZone, minutes, mostWh }: MadeRun): IntervalRun {
  let last = first
  for (let month = 1; month < months; month++) last = nextMonth(last)
  const [start, end] = [monthBounds(first, timeZone).start, monthBounds(last, timeZone).end]
  const seconds = minutes * 60
  const count = (end - start) / seconds
  const importWh = new BigUint64Array(count)
  const exportWh = new BigUint64Array(count)
  for (let index = 0; index < count; index++) {
    const isExport = random.below(8n) === 0n
    ;(isExport ? exportWh : importWh)[index] = random.below(mostWh)
  }
  return { start, seconds, importWh, exportWh }
}

export interface MadeRun {
  first: MonthOfYear
  months: number
  timeZone: string
  minutes: number
  mostWh: bigint
}

export interface MadeMarket {
  first: MonthOfYear
  months: number
  timeZone: string
  index?: IntervalIndex | null
  calendar?: RegisterCalendar
}

/** A table for each month, with components that float over registers in some of them. */
export function madeMarket(
  random: SeededRandom,
  { first, months, timeZone, index, calendar }: MadeMarket,
): ComparedMarket {
  const tables: TariffTable[] = []
  for (let month = first; tables.length < months; month = nextMonth(month)) {
    tables.push({
      ...{ region: REGION, voltageClass: VOLTAGE_CLASS, ...monthBounds(month, timeZone) },
      agencyPrice: microPerKwh(random.between(300_000n, 900_000n)),
      cataloguePrice: microPerKwh(random.between(300_000n, 900_000n)),
      index: signedMicroPerKwh(random.between(-50_000n, 700_000n)),
      ...{ indexSeries: ZERO_HASH, grid: ZERO_ADDRESS, government: ZERO_ADDRESS, subsidyPool: ZERO_ADDRESS },
      components: madeComponents(random),
    })
  }
  return { timeZone, calendar: calendar ?? marketRegisterCalendar, tables, index: index ?? null, demandSeconds: null }
}

function madeComponents(random: SeededRandom): Component[] {
  const kinds = ['Network', 'LineLoss', 'SystemOperation', 'GovernmentFund', 'CrossSubsidy'] as const
  return kinds.slice(0, Number(random.between(0n, 5n))).map((kind) => {
    const floats = random.below(2n) === 0n
    const one = random.below(150_000n)
    return {
      kind,
      prices: registerValues([1, 2, 3, 4, 5].map(() => microPerKwh(floats ? random.below(150_000n) : one))),
    }
  })
}

export function madeIndex(random: SeededRandom, run: IntervalRun): IntervalIndex {
  const prices = new BigInt64Array(run.importWh.length)
  for (let index = 0; index < prices.length; index++) prices[index] = random.between(-100_000n, 800_000n)
  return { start: run.start, seconds: run.seconds, prices }
}

export function madePricing(random: SeededRandom): Pricing {
  const price = () => random.between(100_000n, 900_000n)
  const five = () => [price(), price(), price(), price(), price()]
  const sometimes = (value: bigint) => (random.below(2n) === 0n ? value : 0n)
  switch (random.below(8n)) {
    case 0n:
      return pricingOf('Flat', { price: price() })
    case 1n:
      return pricingOf('TimeOfUse', { prices: five() })
    case 2n: {
      const first = random.between(1n, 300_000n)
      const upTo = [first, first + random.between(1n, 400_000n)]
      return pricingOf('Tiered', { upTo, prices: [price(), price(), price()] })
    }
    case 3n:
    case 4n: {
      const floor = sometimes(random.between(100_000n, 300_000n))
      return pricingOf('IndexLinked', {
        source: random.pick(['Monthly', 'Interval']),
        factor: random.between(5_000n, 12_000n),
        adder: random.between(-40_000n, 90_000n),
        ...{ floor, cap: sometimes(random.between(300_000n, 700_000n)) },
      })
    }
    case 5n:
    case 6n:
      return pricingOf('Demand', {
        prices: five(),
        demandPrice: random.between(1_000_000n, 40_000_000n),
        basis: random.pick(['MaxDemand', 'Capacity']),
      })
    default:
      return pricingOf('SpreadSharing', { share: random.below(10_001n), floor: sometimes(random.below(60_000n)) })
  }
}

export function madeOffer(random: SeededRandom, place: number, pricing = madePricing(random)): ComparedOffer {
  const lower = random.pick([0n, 7_500n, 8_000n, 9_000n, 9_500n, 9_513n, 10_000n])
  const upper = random.pick([10_000n, 10_500n, 10_487n, 11_000n, 12_500n])
  return {
    id: idOf(place),
    offer: sampleOffer({
      priceCap: microPerKwh(random.below(3n) === 0n ? random.between(250_000n, 700_000n) : 0n),
      serviceFee: microPerKwh(random.below(2n) * random.below(30_000n)),
      exitFee: micro(random.below(100_000_000n)),
      termPeriods: Number(random.pick([6n, 7n, 12n, 12n, 24n, 36n])),
      green: bps(random.below(10_001n)),
      model: random.pick(SETTLEMENT_MODELS),
      region: REGION,
      voltageClass: VOLTAGE_CLASS,
      deviation: {
        ...{ lower: bps(lower), upper: bps(upper), excess: bps(random.between(9_000n, 14_000n)) },
        shortfall: microPerKwh(random.below(60_000n)),
        referenceBasis: random.pick(['Agency', 'Catalogue']),
        ruleBasis: random.below(3n) === 0n ? 'Annual' : 'Monthly',
      },
    }),
    pricing,
    withdrawn: false,
    sold: wh(0n),
  }
}

export function idOf(place: number): Hex {
  return `0x${place.toString(16).padStart(64, '0')}`
}
