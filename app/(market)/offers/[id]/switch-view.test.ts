import { describe, expect, it } from 'vitest'
import { registerValues } from '@/lib/domain/metering/register-values'
import { pricingOf } from '@/lib/domain/offers/formulas/registry'
import { sampleOffer } from '@/lib/domain/offers/offer.sample'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { ZERO_ADDRESS, ZERO_HASH } from '@/lib/domain/units/hex'
import { micro, microPerKwh, signedMicroPerKwh, watt, wh } from '@/lib/domain/units/units'
import { switchMonths } from './switch-months'
import { missingFor, switchYears } from './switch-view'

const TIME_ZONE = 'Asia/Shanghai'
const START = Date.UTC(2026, 11, 31, 16) / 1000
/** Of each month of 2026: 100 kWh for each of its number, on the third register. */
const measured = Array.from({ length: 12 }, (_, index) => ({
  month: `2026-${String(index + 1).padStart(2, '0')}`,
  registers: registerValues([0n, 0n, BigInt(index + 1) * 100_000n, 0n, 0n].map(wh)),
  maxDemand: watt(BigInt(index)),
}))
/** The old agreement began in March 2026, and contracts 1 kWh, 2 kWh, … from there. */
const old = {
  start: Date.UTC(2026, 1, 28, 16) / 1000,
  contractedWh: Array.from({ length: 12 }, (_, index) => wh(BigInt(index + 1) * 1_000n)),
}
const months = (given = measured) => switchMonths({ start: START, timeZone: TIME_ZONE, old, measured: given })

describe('switchMonths', () => {
  it('begins with the month of the switch and finds each where it was last measured', () => {
    const all = months()
    expect(all).toHaveLength(12)
    expect(all[0]).toMatchObject({ start: START, suggestedWh: 100_000n, maxDemand: 0n })
    expect(all[11]).toMatchObject({ suggestedWh: 1_200_000n, maxDemand: 11n })
  })

  it('knows what the old agreement has for the same month', () => {
    // January 2027 is the eleventh month of one that began in March, March 2027 its first again.
    expect(months().map(({ oldContracted }) => oldContracted / 1_000n)).toEqual([
      11n,
      12n,
      1n,
      2n,
      3n,
      4n,
      5n,
      6n,
      7n,
      8n,
      9n,
      10n,
    ])
  })

  it('takes the mean and the highest demand for a month that was not measured', () => {
    const [january] = months(measured.slice(1))
    // 200 to 1,200: 7,700 in eleven months.
    expect(january).toMatchObject({ suggestedWh: 700_000n, maxDemand: 11n })
  })

  it('suggests the old plan where nothing was measured', () => {
    expect(months([])[0]).toMatchObject({ registers: null, suggestedWh: 11_000n })
  })
})

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
  components: [],
}
const flat = (price: bigint) => ({ offer: sampleOffer(), pricing: pricingOf('Flat', { price: microPerKwh(price) }) })

describe('switchYears', () => {
  const plan = months().map(({ suggestedWh }) => suggestedWh)
  const even = months().map((month) => ({ ...month, oldContracted: month.suggestedWh }))
  const input = { old: flat(400_000n), next: flat(380_000n), table, capacity: watt(0n), contracted: plan }

  it('compares both on the same energy, each by its own plan', () => {
    // 7,800 kWh at 0.40 and at 0.38.
    const expected = { old: 3_120_000_000n, next: 2_964_000_000n, saving: 156_000_000n }
    expect(switchYears({ ...input, months: even })).toEqual(expected)
  })

  it('lets neither hide what its plan costs', () => {
    // Planned at nothing, all energy is above the band: 110 % of 0.6.
    const next = switchYears({ ...input, months: even, contracted: plan.map(() => wh(0n)) })
    expect(next).toMatchObject({ next: 7_800n * 660_000n, saving: 3_120_000_000n - 7_800n * 660_000n })
  })

  it('says nothing where nothing was measured', () => {
    expect(switchYears({ ...input, months: months([]) })).toBeNull()
  })
})

describe('missingFor', () => {
  it('is what the balance lacks of the deposit and of what is owed before it', () => {
    expect(missingFor({ deposit: micro(50n), free: micro(60n), owed: micro(0n) })).toBe(0n)
    expect(missingFor({ deposit: micro(50n), free: micro(20n), owed: micro(0n) })).toBe(30n)
    expect(missingFor({ deposit: micro(50n), free: micro(0n), owed: micro(7n) })).toBe(57n)
  })
})
