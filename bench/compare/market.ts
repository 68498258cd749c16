/** A home's measured year, a market around it, and a thousand offers with published prices (README.md says whose). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nextMonth, monthBounds } from '@/lib/domain/metering/calendar'
import type { IntervalRun } from '@/lib/domain/metering/interval-run'
import { marketRegisterCalendar } from '@/lib/domain/metering/registers'
import { registerValues } from '@/lib/domain/metering/register-values'
import type { ComparedMarket, ComparedOffer, IntervalIndex } from '@/lib/domain/offers/compare/compared'
import { FORMULA_NAMES, pricingOf, type FormulaName, type Pricing } from '@/lib/domain/offers/formulas/registry'
import { RULE_BASES, SETTLEMENT_MODELS, REFERENCE_BASES } from '@/lib/domain/offers/offer'
import { sampleOffer } from '@/lib/domain/offers/offer.sample'
import type { Component, TariffTable } from '@/lib/domain/tariffs/table'
import { ZERO_ADDRESS, ZERO_HASH } from '@/lib/domain/units/hex'
import { bps, micro, microPerKwh, signedMicroPerKwh, wh } from '@/lib/domain/units/units'

export const TIME_ZONE = 'Australia/Sydney'
export const FIRST_MONTH = { year: 2011, month: 7 }
const MONTHS = 12
const HALF_HOUR_S = 1_800
const HOUR_S = 3_600
const REGION = 1
const VOLTAGE_CLASS = 0
const MICRO = 1_000_000n

function rowsOf(file: string): string[][] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8').trimEnd()
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
}

export function homeRun(): IntervalRun {
  const energies = rowsOf('sydney-home.csv').flatMap(([, ...row]) => row.map(BigInt))
  const importWh = BigUint64Array.from(energies)
  const { start } = monthBounds(FIRST_MONTH, TIME_ZONE)
  return { start, seconds: HALF_HOUR_S, importWh, exportWh: new BigUint64Array(importWh.length) }
}

/** The prices of another year and place, hour by hour from the first; the leap day has the first day's again. */
function homeIndex(run: IntervalRun): IntervalIndex {
  const hours = rowsOf('agile-2019.csv').flatMap(([, ...row]) => row.map(BigInt))
  const count = (run.importWh.length * run.seconds) / HOUR_S
  const prices = BigInt64Array.from({ length: count }, (_, hour) => hours[hour % hours.length] ?? 0n)
  return { start: run.start, seconds: HOUR_S, prices }
}

/** Two components float with time of use, and prices differ from month to month. */
export function homeMarket(run: IntervalRun): ComparedMarket {
  const tables: TariffTable[] = []
  for (let month = FIRST_MONTH; tables.length < MONTHS; month = nextMonth(month)) {
    const drift = BigInt(tables.length) * 1_000n
    tables.push({
      ...{ region: REGION, voltageClass: VOLTAGE_CLASS, ...monthBounds(month, TIME_ZONE) },
      ...{ indexSeries: ZERO_HASH, grid: ZERO_ADDRESS, government: ZERO_ADDRESS, subsidyPool: ZERO_ADDRESS },
      agencyPrice: microPerKwh(292_200n + drift),
      cataloguePrice: microPerKwh(295_500n + drift),
      index: signedMicroPerKwh(110_000n + drift),
      components: [
        component('Network', [68_000n, 55_000n, 42_000n, 30_000n, 25_000n]),
        component('LineLoss', [9_000n, 9_000n, 9_000n, 7_000n, 7_000n]),
        component('SystemOperation', [8_227n, 8_227n, 8_227n, 8_227n, 8_227n]),
        component('GovernmentFund', [4_520n, 4_520n, 4_520n, 4_520n, 4_520n]),
      ],
    })
  }
  return { timeZone: TIME_ZONE, calendar: marketRegisterCalendar, tables, index: homeIndex(run), demandSeconds: null }
}

function component(kind: Component['kind'], prices: readonly bigint[]): Component {
  return { kind, prices: registerValues(prices.map(microPerKwh)) }
}

/** Every formula and kind of clause there is, each with the prices of a plan that could be signed. */
export function offers(count: number): ComparedOffer[] {
  const plans = rowsOf('texas-plans.csv')
  return Array.from({ length: count }, (_, place) => {
    const plan = plans[place % plans.length] ?? []
    const [at500 = 0n, at1000 = 0n, at2000 = 0n, term = 0n, fee = 0n, renewable = 0n] = plan.map(BigInt)
    const formula = FORMULA_NAMES[place % FORMULA_NAMES.length] ?? 'Flat'
    const pick = <T>(values: readonly T[], each: number): T => values[Math.floor(place / each) % values.length] as T
    return {
      id: `0x${place.toString(16).padStart(64, '0')}` as const,
      pricing: pricingFor(formula, { at500, at1000, at2000, place }),
      withdrawn: false,
      sold: wh(0n),
      offer: sampleOffer({
        ...{ region: REGION, voltageClass: VOLTAGE_CLASS, customerClass: 'Household' },
        ...{ termPeriods: term < 1n ? 1 : Number(term), exitFee: micro(fee * MICRO), green: bps(renewable * 100n) },
        priceCap: microPerKwh(place % 3 === 0 ? (at1000 * 11n) / 10n : 0n),
        serviceFee: microPerKwh(pick([0n, 5_000n], 2)),
        model: pick(SETTLEMENT_MODELS, 1),
        deviation: {
          lower: bps(pick([9_500n, 9_000n, 8_000n, 7_500n], 7)),
          upper: bps(pick([10_500n, 11_000n, 12_000n, 12_500n], 7)),
          excess: bps(pick([11_000n, 10_500n, 12_000n], 11)),
          shortfall: microPerKwh(pick([20_000n, 10_000n, 0n], 5)),
          referenceBasis: pick(REFERENCE_BASES, 13),
          ruleBasis: pick([RULE_BASES[0], RULE_BASES[0], RULE_BASES[1]], 17),
        },
      }),
    }
  })
}

interface Prices {
  at500: bigint
  at1000: bigint
  at2000: bigint
  place: number
}

/**
 * A plan's average prices at 500, 1,000 and 2,000 kWh are those of tiers with the marginal prices between. Peak, shoulder and off-peak
 * stand to each other as 43.85, 29.55 and 21.98 cents, a Sydney plan's.
 */
function pricingFor(formula: FormulaName, { at500, at1000, at2000, place }: Prices): Pricing {
  const second = 2n * at1000 - at500
  const third = 2n * at2000 - at1000
  const registers = [4_385n, 4_385n, 2_955n, 2_198n, 2_198n].map((price) => (at1000 * price) / 2_955n)
  const isEven = place % 2 === 0
  switch (formula) {
    case 'Flat':
      return pricingOf(formula, { price: at1000 })
    case 'TimeOfUse':
      return pricingOf(formula, { prices: registers })
    case 'Tiered':
      return pricingOf(formula, { upTo: [500_000n, 1_000_000n], prices: [at500, second, third].map(notNegative) })
    case 'IndexLinked': {
      const bounds = isEven ? { floor: 60_000n, cap: 200_000n } : { floor: 0n, cap: 0n }
      const source = Math.floor(place / 7) % 2 === 0 ? 'Monthly' : 'Interval'
      return pricingOf(formula, { source, factor: isEven ? 10_000n : 10_250n, adder: at1000 - 120_000n, ...bounds })
    }
    case 'SpreadSharing':
      return pricingOf(formula, { share: at1000 % 10_001n, floor: isEven ? 20_000n : 0n })
    case 'Demand': {
      const prices = registers.map((price) => (price * 8n) / 10n)
      return pricingOf(formula, { prices, demandPrice: 4_000_000n, basis: isEven ? 'MaxDemand' : 'Capacity' })
    }
  }
}

function notNegative(price: bigint): bigint {
  return price < 0n ? 0n : price
}
