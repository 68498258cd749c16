import { describe, expect, it } from 'vitest'
import { replay } from '../../billing/replay'
import { REGISTERS, type RegisterCalendar } from '../../metering/registers'
import { seededRandom } from '../../units/seeded-random'
import type { ComponentKind } from '../../tariffs/table'
import { registerValues } from '../../metering/register-values'
import { bps, micro, microPerKwh, watt, wh, type Watt } from '../../units/units'
import { pricingOf } from '../formulas/registry'
import { sampleOffer } from '../offer.sample'
import type { Plan, PlanTariff } from '../plan'
import { PRICE_ONE, RATIO_ONE, type Billionths, type PlanLine, type PlanPrice } from '../plan'
import { DAY_KINDS, planCalendar } from '../plan-calendar'
import { compareOffers, monthCostsOf } from './compare'
import type { ComparedMarket, ComparedOffer } from './compared'
import { ANYWHERE, idOf, madeIndex, madeMarket, madeOffer, madeRun, NOW } from './compare.sample'
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
    const input = { use: historyOfRun(run, market), market, now: NOW, contracted, point: { ...ANYWHERE, capacity } }
    const { costs, year, unpriced } = compareOffers(offers, input)
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
      const months = monthCostsOf(offer, input)
      expect(costs[place]?.at100).toBe(months.reduce<bigint>((sum, { total }) => sum + total, 0n))
      expect(months.map(({ id, total }) => [id, total])).toEqual(bills.map(({ month, total }) => [month.id, total]))
    }
    expect(replayed).toBeGreaterThan(20)
  })
})

describe('a comparison by hand', () => {
  const timeZone = 'Asia/Shanghai'
  const first = { year: 2026, month: 1 }
  const single = (kind: ComponentKind, price: bigint) => {
    return { kind, prices: registerValues([price, price, price, price, price].map(microPerKwh)) }
  }
  /** Published for Hubei in January 2026 (SPEC section 7), in every month. */
  const components = [
    single('Network', 126_300n),
    single('LineLoss', 13_643n),
    single('SystemOperation', 82_273n),
    single('GovernmentFund', 45_200n),
  ]
  const made = madeMarket(seededRandom(1n), { first, months: 12, timeZone })
  const agencyPrice = microPerKwh(651_886n)
  const market = { ...made, tables: made.tables.map((table) => ({ ...table, agencyPrice, components })) }
  const offer: ComparedOffer = {
    ...{ id: idOf(1), withdrawn: false, sold: wh(0n), pricing: pricingOf('Flat', { price: 384_470n }) },
    offer: sampleOffer({ exitFee: micro(9n), green: bps(2_000n) }),
  }
  /** 112,000 kWh each month, in its first hour. */
  const run = () => {
    const empty = madeRun(seededRandom(1n), { first, months: 12, timeZone, minutes: 60, mostWh: 1n })
    for (const { start } of market.tables) empty.importWh[(start - empty.start) / 3_600] = 112_000_000n
    return empty
  }
  const input = { use: historyOfRun(run(), market), market, point: ANYWHERE, now: NOW }

  it('is the worked check of the specification', () => {
    const contracted = Array.from({ length: 12 }, () => wh(100_000_000n))
    const [cost] = compareOffers([offer], { ...input, contracted }).costs
    const month = { contracted: 100_000_000n, used: 112_000_000n, excess: 5_019_522_200n, shortfall: 0n }
    expect(monthCostsOf(offer, { ...input, contracted })[0]).toMatchObject({ ...month, total: 73_467_552_200n })
    expect(cost?.at100).toBe(73_467_552_200n * 12n)
    // 85 % of 112,000 kWh is 95,200, in the band: all at 651,886. 115 % is 128,800: 105,000 of them, and 23,800 at 110 %.
    expect(cost?.at85).toBe(95_200n * 651_886n * 12n)
    expect(cost?.at115).toBe((105_000n * 651_886n + (23_800n * 651_886n * 11n) / 10n) * 12n)
    expect(cost).toMatchObject({
      headlinePrice: 384_470n,
      exitFee: 9n,
      greenShare: 2_000n,
      warnings: [],
      obstacles: [],
    })
    // 73,467,552,200 ÷ 112,000 is 655,960.2…
    expect(cost?.averagePrice).toBe(655_960n)
  })

  it('charges the shortfall where less is used', () => {
    const contracted = Array.from({ length: 12 }, () => wh(200_000_000n))
    const [month] = monthCostsOf(offer, { ...input, contracted })
    // 95 % of 200,000 kWh is 190,000; 78,000 are missing, at 0.02 each.
    expect(month).toMatchObject({ excess: 0n, shortfall: 78_000n * 20_000n })
    expect(month?.total).toBe(112_000n * 651_886n + 78_000n * 20_000n)
  })

  it('costs nothing, and has no average, where nothing is used', () => {
    const none = { ...run(), importWh: new BigUint64Array(8_760) }
    const [cost] = compareOffers([offer], { ...input, use: historyOfRun(none, market) }).costs
    expect(cost).toMatchObject({ at100: 0n, likely: 0n, low: 0n, high: 0n, averagePrice: null })
  })

  it('does not bill what is exported', () => {
    const sunny = { ...run(), exportWh: new BigUint64Array(8_760).fill(50_000n) }
    const exporting = compareOffers([offer], { ...input, use: historyOfRun(sunny, market) })
    expect(exporting.costs).toEqual(compareOffers([offer], input).costs)
    expect(exporting.year.months[0]?.exported).toBe(50_000n * 744n)
  })

  it('says what it could not price, and what it borrowed', () => {
    const params = { source: 'Interval', factor: 10_000n, adder: 0n, floor: 0n, cap: 0n }
    const indexed = { ...offer, id: idOf(2), pricing: pricingOf('IndexLinked', params) }
    const elsewhere = { ...offer, id: idOf(3), offer: { ...offer.offer, region: 7 } }
    const january = { ...market, tables: market.tables.slice(0, 1) }
    const { costs, unpriced, borrowed } = compareOffers([offer, indexed, elsewhere], { ...input, market: january })
    expect(costs.map(({ id }) => id)).toEqual([offer.id])
    expect(unpriced).toEqual([
      { id: indexed.id, reason: { name: 'IndexCostMissing' } },
      { id: elsewhere.id, reason: { name: 'TariffMissing', region: 7, voltageClass: 2 } },
    ])
    expect(borrowed).toHaveLength(11)
    expect(borrowed[0]).toEqual({ month: '2026-02', from: '2026-01' })
  })
})
