import { describe, expect, it } from 'vitest'
import { registerValues } from '../metering/register-values'
import { pricingOf } from '../offers/formulas/registry'
import { sampleOffer } from '../offers/offer.sample'
import { consecutivePeriods } from '../settlement/period'
import type { TariffTable } from '../tariffs/table'
import { ZERO_ADDRESS, ZERO_HASH } from '../units/hex'
import { micro, microPerKwh, signedMicroPerKwh, watt, wh } from '../units/units'
import { foreseenBill, foreseenYear, type ForeseenMonth, type ForeseenTerms } from './foreseen'
import { foreseenEnd, type EndFacts } from './foreseen-end'

const table: TariffTable = {
  region: 42,
  voltageClass: 2,
  start: 0,
  end: 2_592_000,
  agencyPrice: microPerKwh(600_000n),
  cataloguePrice: microPerKwh(600_000n),
  index: signedMicroPerKwh(300_000n),
  indexSeries: ZERO_HASH,
  grid: ZERO_ADDRESS,
  government: ZERO_ADDRESS,
  subsidyPool: ZERO_ADDRESS,
  components: [{ kind: 'Network', prices: registerValues([1, 1, 1, 1, 1].map(() => microPerKwh(100_000n))) }],
}
const flat = pricingOf('Flat', { price: microPerKwh(400_000n) })
const terms = (changes: Partial<ForeseenTerms> = {}): ForeseenTerms => ({
  offer: sampleOffer(),
  pricing: flat,
  table,
  capacity: watt(10_000n),
  ...changes,
})
const KWH = 1_000n
/** The same energy on each of five registers. */
const month = (usedKwh: bigint, contractedKwh = 100n): ForeseenMonth => ({
  contracted: wh(contractedKwh * KWH),
  registers: registerValues([1, 1, 1, 1, 1].map(() => wh((usedKwh * KWH) / 5n))),
  maxDemand: watt(2_000n),
})

describe('foreseenBill', () => {
  it('is the bill: energy, components, penalty and exit fee', () => {
    // 90 kWh at 0.4 and 0.1; 5 kWh below the band of 95 at 0.02; the fee.
    const bill = foreseenBill(terms(), month(90n), { exitFee: micro(7n) })
    expect(bill.total).toBe(90n * 500_000n + 5n * 20_000n + 7n)
  })

  it('holds a part of a month to a part of its contracted energy', () => {
    const half = { span: { elapsed: 1, whole: 2 } }
    expect(foreseenBill(terms(), month(50n), half).total).toBe(50n * 500_000n)
    // 60 kWh against 50: 52.5 at the agreed price, 7.5 at 110 % of the reference price of 0.6.
    expect(foreseenBill(terms(), month(60n), half).total).toBe(52_500n * 500n + 7_500n * 660n)
  })

  it('puts the mean index in the place of an index of each interval', () => {
    const pricing = pricingOf('IndexLinked', {
      source: 'Interval',
      factor: 10_000n,
      adder: 20_000n,
      floor: 0n,
      cap: 0n,
    })
    expect(foreseenBill(terms({ pricing }), month(100n)).total).toBe(100n * (320_000n + 100_000n))
  })
})

describe('foreseenYear', () => {
  it('adds up months that each stand for themselves', () => {
    const year = [...Array.from({ length: 11 }, () => month(100n)), month(90n)]
    expect(foreseenYear(terms(), year)).toBe(1_190n * 500_000n + 5n * 20_000n)
  })

  it('holds the band for the year where the offer does', () => {
    const offer = sampleOffer({ deviation: { ruleBasis: 'Annual' } })
    const year = [...Array.from({ length: 11 }, () => month(100n)), month(90n)]
    // 1,190 of 1,200 kWh is within 95 %: no penalty; and 40 kWh in the last month is 60 below the plan, the edge.
    expect(foreseenYear(terms({ offer }), year)).toBe(1_190n * 500_000n)
    const low = [...year.slice(0, 11), month(30n)]
    expect(foreseenYear(terms({ offer }), low)).toBe(1_130n * 500_000n + 10n * 20_000n)
  })
})

describe('foreseenEnd', () => {
  const calendar = consecutivePeriods({ year: 2026, month: 10 }, 6, 'UTC')
  const at = (index: number) => calendar[index]!.start
  const facts = (changes: Partial<EndFacts> = {}): EndFacts => ({
    terms: terms(),
    contracted: Array.from({ length: 12 }, (_, index) => wh(BigInt(index + 1) * 10n * KWH)),
    settledUntil: at(1),
    periods: 1,
    endsAt: at(2),
    exitFee: micro(1_000_000n),
    calendar,
    year: { contracted: wh(0n), used: wh(0n), charged: micro(0n) },
    // Every day like the others: 1 kWh.
    days: Array.from({ length: 40 }, (_, index) => ({
      day: new Date(Date.UTC(2026, 9, 1 + index)).toISOString().slice(0, 10),
      registers: registerValues([200n, 200n, 200n, 200n, 200n].map(wh)),
      maxDemand: watt(0n),
    })),
    localDate: (instant) => new Date(instant * 1000).toISOString().slice(0, 10),
    ...changes,
  })

  it('is the bill of the month before the cut, with the fee', () => {
    const end = foreseenEnd(facts())
    expect(end).toMatchObject({ start: at(1), end: at(2), use: { soFar: { days: 9 }, daysToCome: 21 } })
    // November: 30 kWh against the second month's 20, so 21 at the agreed price and 9 above it; and the fee.
    expect(end?.bill.total).toBe(21n * 500_000n + 9n * 660_000n + 1_000_000n)
  })

  it('is the last of several months', () => {
    const end = foreseenEnd(facts({ endsAt: at(3) }))
    expect(end).toMatchObject({ start: at(2), end: at(3), use: { soFar: { days: 0 }, daysToCome: 31 } })
    // December: 31 kWh against the third month's 30.
    expect(end?.bill.total).toBe(31n * 500_000n + 1_000_000n)
  })

  it('closes the contract year with the months before it, billed and not', () => {
    const offer = sampleOffer({ deviation: { ruleBasis: 'Annual' } })
    const year = { contracted: wh(10n * KWH), used: wh(39n * KWH), charged: micro(19_500_000n) }
    const end = foreseenEnd(facts({ terms: terms({ offer }), endsAt: at(3), year }))
    // 10 + 20 + 30 kWh contracted, 39 + 30 + 31 used: 63 is the upper edge, 37 above it at 0.66 and no longer at 0.5.
    expect(end?.bill.total).toBe(31n * 500_000n + 1_000_000n + 37n * 160_000n)
  })

  it('knows nothing where nothing was measured, or no month is published', () => {
    expect(foreseenEnd(facts({ days: [] }))).toBeNull()
    expect(foreseenEnd(facts({ calendar: [] }))).toBeNull()
  })
})
