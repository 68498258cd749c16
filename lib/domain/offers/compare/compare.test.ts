import { describe, expect, it } from 'vitest'
import { replay } from '../../billing/replay'
import { REGISTERS, type RegisterCalendar } from '../../metering/registers'
import { seededRandom } from '../../units/seeded-random'
import { watt, wh, type Watt } from '../../units/units'
import type { Plan, PlanTariff } from '../plan'
import { PRICE_ONE, RATIO_ONE, type Billionths, type PlanLine, type PlanPrice } from '../plan'
import { DAY_KINDS, planCalendar } from '../plan-calendar'
import { compareOffers } from './compare'
import type { ComparedMarket, ComparedOffer } from './compared'
import { ANYWHERE, madeIndex, madeMarket, madeOffer, madeRun, NOW } from './compare.sample'
import { historyOfRun } from './use-history'

/** The register calendar as the replay knows calendars: every hour of every month on a register, whatever the day. */
function calendarOf(calendar: RegisterCalendar) {
  const periods = REGISTERS.map((name) => ({
    name,
    windows: calendar.flatMap((hours, index) =>
      hours.flatMap((register, hour) =>
        register === name ? [{ months: [index + 1], days: [...DAY_KINDS], from: hour * 60, to: (hour + 1) * 60 }] : [],
      ),
    ),
  }))
  return planCalendar('market', periods, new Set())
}

function tariffsOf({ tables }: ComparedMarket, ids: readonly string[]): PlanTariff[] {
  return tables.map((table, month) => ({ ...table, from: ids[month] ?? '', to: ids[month] ?? '' }))
}

/** An offer as a plan of one line; what the replay cannot say in a line is null. */
function planOf({ offer, pricing }: ComparedOffer, market: ComparedMarket, capacity: Watt): Plan | null {
  let line: PlanLine = { kind: 'formula', name: 'Price', pricing }
  if (pricing.formula === 'IndexLinked' && pricing.params.source === 'Interval') {
    const { factor, adder, floor, cap } = pricing.params
    if (floor !== 0n || cap !== 0n || !market.index) return null
    line = {
      ...{ kind: 'series', name: 'Price', direction: 'import', during: null, floor: null, cap: null },
      factor: ((factor * RATIO_ONE) / 10_000n) as Billionths,
      adder: (adder * PRICE_ONE) as PlanPrice,
      series: { ...market.index, name: 'index', prices: market.index.prices.map((price) => price * PRICE_ONE) },
    }
  }
  return {
    ...{ name: 'Offer', timeZone: market.timeZone, currency: 'CNY', lines: [line] },
    market: { offer, energy: ['Price'], calendar: calendarOf(market.calendar), capacity },
  }
}

describe('compareOffers', () => {
  it.each([
    ['Europe/London', { year: 2025, month: 1 }, 30, 900n],
    ['Australia/Sydney', { year: 2024, month: 7 }, 15, 400n],
    ['America/New_York', { year: 2023, month: 11 }, 60, 5_000_000n],
    ['Asia/Shanghai', { year: 2024, month: 2 }, 30, 90_000n],
  ] as const)('is what the replay bills in %s from %o', { timeout: 300_000 }, (timeZone, first, minutes, mostWh) => {
    const random = seededRandom(BigInt(minutes) + mostWh)
    const span = { first, months: 12, timeZone }
    const run = madeRun(random, { ...span, minutes, mostWh })
    const market = madeMarket(random, { ...span, index: madeIndex(random, run) })
    const capacity = watt(12_000n)
    const contracted = Array.from({ length: 12 }, () => wh(random.between(0n, (mostWh * 60n * 720n) / BigInt(minutes))))
    const offers = Array.from({ length: 40 }, (_, place) => madeOffer(random, place))
    const { costs, year, unpriced } = compareOffers(offers, {
      ...{ use: historyOfRun(run, market), market, now: NOW, contracted },
      point: { ...ANYWHERE, capacity },
    })
    expect(unpriced).toEqual([])
    expect(year.basis).toMatchObject({ resampled: 0, shifted: 0 })
    const ids = year.months.map(({ id }) => id)
    const published = {
      tariffs: tariffsOf(market, ids),
      contracted: (month: string) => contracted[Number(month.slice(5)) - 1],
    }
    let replayed = 0
    for (const [place, offer] of offers.entries()) {
      const plan = offer.offer.termPeriods < 12 ? null : planOf(offer, market, capacity)
      if (!plan) continue
      let bills
      try {
        bills = replay(plan, run, published)
      } catch (error) {
        // A line of a series may cost less than nothing; the formula of the market may not.
        if (error instanceof RangeError && error.name === 'EnergyCostNegative') continue
        throw error
      }
      replayed += 1
      const cost = costs[place]
      expect(cost?.months.map(({ id, total }) => [id, total])).toEqual(
        bills.map(({ month, total }) => [month.id, total]),
      )
    }
    expect(replayed).toBeGreaterThan(20)
  })
})
