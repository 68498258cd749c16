import { describe, expect, it } from 'vitest'
import type { DemandLine, EnergyLine, PlanLine, PlanPrice, SeriesLine, TieredLine } from '../offers/plan'
import { planCalendar } from '../offers/plan-calendar'
import { replay } from './replay'
import { amounts, instantOf, NOTHING_PUBLISHED, planOf, priceOf, ratioOf, runOf } from './replay.sample'

const energy = (changes: Partial<EnergyLine> = {}): EnergyLine => {
  return { kind: 'energy', name: 'Energy', direction: 'import', price: priceOf(200_000n), during: null, ...changes }
}
const same = (count: number, value: bigint) => Array.from({ length: count }, () => value)
const daily: PlanLine = { kind: 'fixed', name: 'Daily', price: priceOf(1_000_000n), per: 'day' }

describe('replay over a change of the clocks', () => {
  /** A local day from its first to its last quarter-hour: 92, 96 or 100 of them. */
  it.each([
    ['Europe/London', '2026-03-29T00:00:00Z', 92],
    ['Europe/London', '2026-10-24T23:00:00Z', 100],
    ['Australia/Sydney', '2026-10-03T14:00:00Z', 92],
    ['Australia/Sydney', '2026-04-04T13:00:00Z', 100],
    ['America/New_York', '2026-03-08T05:00:00Z', 92],
    ['America/New_York', '2026-11-01T04:00:00Z', 100],
    ['Asia/Shanghai', '2026-03-28T16:00:00Z', 96],
  ])('in %s from %s a day has %i quarter-hours', (zone, from, quarters) => {
    const [one] = replay(
      planOf([daily, energy()], zone),
      runOf(from, 15, { importWh: same(quarters, 100n) }),
      NOTHING_PUBLISHED,
    )
    expect(one?.month.days).toBe(1)
    expect(one?.lines.map(({ amount }) => amount)).toEqual([1_000_000n, BigInt(quarters) * 20_000n])
    const [more] = replay(
      planOf([daily], zone),
      runOf(from, 15, { importWh: same(quarters + 1, 100n) }),
      NOTHING_PUBLISHED,
    )
    expect(more?.month.days).toBe(2)
  })

  it('prices the repeated hour by the wall clock, both times', () => {
    const night = { months: [10], days: ['sun' as const], from: 60, to: 120 }
    const calendar = planCalendar(
      'c',
      [
        { name: 'one', windows: [night] },
        { name: 'rest', windows: 'rest' },
      ],
      new Set(),
    )
    const line = energy({ during: { calendar, period: 'one' } })
    const run = runOf('2026-10-24T23:00:00Z', 30, { importWh: same(50, 1_000n) })
    expect(amounts(planOf([line]), run)).toEqual([[4n * 200_000n]])
  })

  it('refuses an interval over a local midnight, and one in which the clocks change', () => {
    const kolkata = () =>
      amounts(planOf([energy()], 'Asia/Kolkata'), runOf('2026-01-01T18:00:00Z', 60, { importWh: [1n] }))
    expect(kolkata).toThrow(/^IntervalCrossesDay: .*2026-01-01T18:00/)
    const howe = planOf([energy()], 'Australia/Lord_Howe')
    expect(() => amounts(howe, runOf('2026-04-04T14:30:00Z', 60, { importWh: [1n] }))).toThrow(/^IntervalCrossesDay/)
  })
})

describe('replay of one line', () => {
  it('rounds once, towards zero: the payer keeps the dust', () => {
    const run = runOf('2026-01-01T00:00:00Z', 60, { importWh: [1n, 1n, 1n], exportWh: [1n, 1n, 1n] })
    const lines = [energy({ price: priceOf(999n) }), energy({ name: 'Out', direction: 'export', price: priceOf(999n) })]
    expect(amounts(planOf(lines), run)).toEqual([[2n, -2n]])
  })

  it('keeps prices finer than the market counts', () => {
    const run = runOf('2026-01-01T00:00:00Z', 60, { importWh: [10_000_000n] })
    expect(amounts(planOf([energy({ price: 18_994_400_001n as PlanPrice })]), run)).toEqual([[189_944_000n]])
  })

  it('counts months from the first local minute to the last', () => {
    const run = runOf('2026-03-31T22:30:00Z', 30, { importWh: [1_000n, 2_000n] }) // 23:30 and 00:00 in London
    expect(amounts(planOf([energy()]), run)).toEqual([[200_000n], [400_000n]])
  })

  it('divides a yearly charge by the days of its year and a monthly one by the seconds there are', () => {
    const yearly: PlanLine = { kind: 'fixed', name: 'Yearly', price: priceOf(366_000_000n), per: 'year' }
    const monthly: PlanLine = { kind: 'fixed', name: 'Monthly', price: priceOf(31_000_000n), per: 'month' }
    const january = runOf('2024-01-01T00:00:00Z', 60, { importWh: same(24, 1n) })
    expect(amounts(planOf([yearly, monthly]), january)).toEqual([[1_000_000n, 1_000_000n]])
    const ordinary = runOf('2023-01-01T00:00:00Z', 60, { importWh: same(24, 1n) })
    expect(amounts(planOf([yearly]), ordinary)).toEqual([[1_002_739n]])
  })
})

describe('replay of tiers', () => {
  const tiers = (changes: Partial<TieredLine>): TieredLine => ({
    kind: 'tiers',
    name: 'Tiers',
    direction: 'import',
    during: null,
    per: 'month',
    tiers: [
      { upTo: 3_000n, price: priceOf(100_000n) },
      { upTo: null, price: priceOf(500_000n) },
    ],
    ...changes,
  })
  /** Two kWh in each of the last two hours of January and of the first two of February. */
  const turn = runOf('2026-01-31T22:00:00Z', 60, { importWh: same(4, 2_000n) })

  it.each([
    ['month', [800_000n, 800_000n]],
    ['day', [800_000n, 800_000n]],
    ['quarter', [800_000n, 2_000_000n]],
    ['year', [800_000n, 2_000_000n]],
  ] as const)('starts them again every %s', (per, expected) => {
    expect(amounts(planOf([tiers({ per })]), turn).flat()).toEqual(expected)
  })

  it('starts them again within a month when they are for a day', () => {
    const days = runOf('2026-01-10T23:00:00Z', 60, { importWh: [4_000n, 4_000n] })
    expect(amounts(planOf([tiers({ per: 'day' })]), days)).toEqual([[1_600_000n]])
    expect(amounts(planOf([tiers({ per: 'month' })]), days)).toEqual([[2_800_000n]])
  })

  it.each([
    [2_999n, 299_900n],
    [3_000n, 300_000n],
    [3_001n, 300_500n],
  ])('prices %i Wh at the edge', (used, expected) => {
    expect(amounts(planOf([tiers({})]), runOf('2026-01-01T00:00:00Z', 60, { importWh: [used] }))).toEqual([[expected]])
  })

  it('goes into the next year afresh', () => {
    const newYear = runOf('2025-12-31T22:00:00Z', 60, { importWh: same(4, 2_000n) })
    expect(amounts(planOf([tiers({ per: 'year' })]), newYear).flat()).toEqual([800_000n, 800_000n])
  })
})

describe('replay of demand', () => {
  const demand = (changes: Partial<DemandLine> = {}): DemandLine => ({
    kind: 'demand',
    name: 'Demand',
    per: 'month',
    averagedOver: null,
    tiers: [{ upTo: null, price: priceOf(10_000_000n) }],
    during: null,
    ...changes,
  })
  const january = (peak: bigint[]) =>
    runOf('2026-01-01T00:00:00Z', 30, { importWh: [...peak, ...same(1_488 - peak.length, 0n)] })

  it('charges the highest mean power of an interval', () => {
    expect(amounts(planOf([demand()]), january([400n, 700n, 500n]))).toEqual([[14_000_000n]]) // 1.4 kW
  })

  it('averages over longer blocks of the clock', () => {
    expect(amounts(planOf([demand({ averagedOver: 3_600 })]), january([400n, 700n, 500n]))).toEqual([[11_000_000n]])
  })

  it('starts afresh every month and charges a day price for each day', () => {
    const run = runOf('2026-01-31T23:30:00Z', 30, { importWh: [1_000n, 500n] })
    expect(amounts(planOf([demand({ per: 'day' })]), run)).toEqual([[20_000_000n], [10_000_000n]])
  })
})

describe('replay of a price series', () => {
  const prices = [300_000n, -100_000n, 50_000n].map((price) => price * 1_000_000n)
  const series = {
    name: 'prices.csv',
    start: instantOf('2026-01-01T00:00:00Z'),
    seconds: 3_600,
    prices: BigInt64Array.from(prices),
  }
  const line = (changes: Partial<SeriesLine> = {}): SeriesLine =>
    ({
      ...{ kind: 'series', name: 'Series', direction: 'import', during: null, series, factor: ratioOf(100n) },
      ...{ adder: priceOf(0n), floor: null, cap: null, ...changes },
    }) as SeriesLine
  const run = runOf('2026-01-01T00:00:00Z', 30, { importWh: [1_000n, 0n, 3_000n, 3_000n], exportWh: [0n, 2_000n] })

  it('may cost less than nothing', () => {
    expect(amounts(planOf([line()]), run)).toEqual([[-300_000n]]) // 0.3 − 0.6
  })

  it('multiplies, adds, and keeps between floor and cap', () => {
    const factor = ratioOf(150n)
    expect(amounts(planOf([line({ factor, adder: priceOf(10_000n) })]), run)).toEqual([[460_000n - 840_000n]])
    expect(amounts(planOf([line({ factor, floor: priceOf(0n) })]), run)).toEqual([[450_000n]])
    expect(amounts(planOf([line({ factor, cap: priceOf(400_000n) })]), run)).toEqual([[400_000n - 900_000n]])
  })

  it('credits export, and charges for it when the price is below zero', () => {
    expect(amounts(planOf([line({ direction: 'export' })]), run)).toEqual([[-600_000n]])
    const dear = runOf('2026-01-01T01:00:00Z', 30, { importWh: [0n], exportWh: [2_000n] })
    expect(amounts(planOf([line({ direction: 'export' })]), dear)).toEqual([[200_000n]])
  })

  it('refuses hours without a price, also when nothing was used', () => {
    const late = runOf('2026-01-01T02:30:00Z', 30, { importWh: [0n, 0n] })
    expect(() => amounts(planOf([line()]), late)).toThrow(/^PriceMissing: prices\.csv .*03:00/)
    const early = runOf('2025-12-31T23:00:00Z', 60, { importWh: [0n] })
    expect(() => amounts(planOf([line()]), early)).toThrow(/^PriceMissing/)
  })

  it('refuses prices that are finer than the usage', () => {
    const fine = { ...series, seconds: 1_800, prices: BigInt64Array.from([...prices, ...prices]) }
    const hourly = runOf('2026-01-01T00:00:00Z', 60, { importWh: [1n] })
    expect(() => amounts(planOf([line({ series: fine })]), hourly)).toThrow(/^PriceFinerThanUsage/)
  })
})

describe('replay of taxes', () => {
  it('takes a rate of the named lines as they stand on the bill, and of taxes above', () => {
    const run = runOf('2026-01-01T00:00:00Z', 60, { importWh: [999n], exportWh: [1_000n] })
    const lines: PlanLine[] = [
      daily,
      energy(),
      energy({ name: 'Out', direction: 'export' }),
      { kind: 'tax', name: 'Tax', rate: ratioOf(5n), on: ['Daily', 'Energy'] },
      { kind: 'tax', name: 'Tax on tax', rate: ratioOf(50n), on: ['Tax'] },
      { kind: 'tax', name: 'Discount', rate: ratioOf(-10n), on: ['Energy'] },
    ]
    expect(amounts(planOf(lines), run)).toEqual([[1_000_000n, 199_800n, -200_000n, 59_990n, 29_995n, -19_980n]])
  })
})

describe('replay in time', () => {
  it('prices a year of half-hours in well under a second', () => {
    const lines = [daily, energy(), energy({ name: 'Out', direction: 'export' as const })]
    const run = runOf('2026-01-01T00:00:00Z', 30, { importWh: same(17_520, 321n) })
    replay(planOf(lines), run, NOTHING_PUBLISHED)
    const started = performance.now()
    const bills = replay(planOf(lines), run, NOTHING_PUBLISHED)
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(bills).toHaveLength(12)
  })
})
