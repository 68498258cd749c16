import { describe, expect, it } from 'vitest'
import type { IntervalRun } from '../metering/interval-run'
import type { EnergyLine, MarketPlan, Plan, PlanTariff, TimeOfUseLine } from '../offers/plan'
import { planCalendar, DAY_KINDS } from '../offers/plan-calendar'
import { sampleClause } from '../offers/offer.sample'
import { registerValues } from '../metering/register-values'
import type { ComponentKind } from '../tariffs/table'
import { bps, microPerKwh, signedMicroPerKwh, watt, wh } from '../units/units'
import { replay, type Published } from './replay'
import { amounts, planOf, priceOf, ratioOf, runOf } from './replay.sample'

const single = (kind: ComponentKind, price: bigint) => {
  return { kind, prices: registerValues([price, price, price, price, price].map(microPerKwh)) }
}
/** Published for Hubei in January 2026 (SPEC section 7). */
const hubei: PlanTariff = {
  from: '2026-01',
  to: '2026-12',
  agencyPrice: microPerKwh(651_886n),
  cataloguePrice: microPerKwh(660_000n),
  index: signedMicroPerKwh(384_470n),
  components: [
    single('Network', 126_300n),
    single('LineLoss', 13_643n),
    single('SystemOperation', 82_273n),
    single('GovernmentFund', 45_200n),
  ],
}
const energy: EnergyLine = {
  ...{ kind: 'energy', name: 'Price', direction: 'import', price: priceOf(384_470n), during: null },
}
const market = (changes: Partial<MarketPlan['offer']> = {}): MarketPlan => ({
  offer: {
    ...{ model: 'RetailerLed', serviceFee: microPerKwh(0n), priceCap: microPerKwh(0n), deviation: sampleClause },
    ...changes,
  },
  energy: ['Price'],
  calendar: null,
  capacity: watt(0n),
})
const plan = (changes: Partial<MarketPlan['offer']> = {}): Plan => {
  return { ...planOf([energy], 'Asia/Shanghai'), market: market(changes) }
}
const published = (contractedWh: bigint, tariffs = [hubei]): Published => {
  return { tariffs, contracted: () => wh(contractedWh) }
}

/** Months of 2026 in Shanghai with this energy each, spread over their hours. */
function months(energies: readonly bigint[]): IntervalRun {
  const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const importWh = energies.flatMap((total, month) => {
    const count = BigInt((days[month] ?? 0) * 24)
    return Array.from({ length: Number(count) }, (_, hour) =>
      BigInt(hour) < total % count ? total / count + 1n : total / count,
    )
  })
  return runOf('2025-12-31T16:00:00Z', 60, { importWh })
}

describe('replay of a market offer', () => {
  it('is the worked check of the specification', () => {
    const [bill] = replay(plan(), months([112_000_000n]), published(100_000_000n))
    expect(bill?.total).toBe(73_467_552_200n)
    expect(bill?.lines.map(({ name, payee, amount }) => [name, payee, amount])).toEqual([
      ['Energy', 'Seller', 40_369_350_000n],
      ['Network', 'Grid', 13_261_500_000n],
      ['LineLoss', 'Grid', 1_432_515_000n],
      ['SystemOperation', 'Grid', 8_638_665_000n],
      ['GovernmentFund', 'Government', 4_746_000_000n],
      ['Excess', 'Seller', 5_019_522_200n],
    ])
  })

  it('adds plan lines and taxes on market lines', () => {
    const lines = [
      energy,
      { kind: 'fixed', name: 'Meter', price: priceOf(5_000_000n), per: 'month' } as const,
      { kind: 'tax', name: 'Tax', rate: ratioOf(10n), on: ['GovernmentFund', 'Meter'] } as const,
    ]
    const [month] = amounts({ ...plan(), lines }, months([112_000_000n]), published(100_000_000n))
    expect(month?.slice(-2)).toEqual([5_000_000n, 475_100_000n])
  })

  it('holds the average price under the cap', () => {
    const capped = plan({ priceCap: microPerKwh(300_000n) })
    expect(amounts(capped, months([100_000_000n]), published(100_000_000n))[0]?.[0]).toBe(30_000_000_000n)
  })

  it('prices each register and floats components with it', () => {
    const everyDay = { months: Array.from({ length: 12 }, (_, index) => index + 1), days: [...DAY_KINDS] }
    const day = { name: 'peak', windows: [{ ...everyDay, from: 480, to: 1_200 }] }
    const calendar = planCalendar('tou', [day, { name: 'valley', windows: 'rest' }], new Set())
    const line: TimeOfUseLine = {
      ...{ kind: 'timeOfUse', name: 'Price', direction: 'import', calendar },
      prices: [priceOf(600_000n), priceOf(200_000n)],
    }
    const network = {
      kind: 'Network' as const,
      prices: registerValues([0n, 100_000n, 0n, 10_000n, 0n].map(microPerKwh)),
    }
    const offer = { ...plan(), lines: [line], market: { ...market(), calendar } }
    const [bill] = replay(offer, months([744_000n]), published(744_000n, [{ ...hubei, components: [network] }]))
    expect(bill?.market?.usage.registers).toEqual([0n, 372_000n, 0n, 372_000n, 0n])
    expect(bill?.lines.map(({ amount }) => amount)).toEqual([297_600_000n, 40_920_000n])
    expect(bill?.market?.pricing).toEqual({
      formula: 'TimeOfUse',
      params: { prices: [0n, 600_000n, 0n, 200_000n, 0n] },
    })
  })

  it('waits for the year on an annual basis', () => {
    const annual = plan({ deviation: { ...sampleClause, ruleBasis: 'Annual' } })
    const energies = [150_000n, 50_000n, ...Array.from({ length: 10 }, () => 110_000n)]
    const bills = replay(annual, months(energies), published(100_000n, [{ ...hubei, components: [] }]))
    expect(bills.map(({ lines }) => lines.map(({ name }) => name))).toEqual([
      ...Array.from({ length: 11 }, () => ['Energy']),
      ['Energy', 'AnnualExcess'],
    ])
    // 1,300 kWh used, 1,260 kWh the upper edge: 40 kWh × 0.7170746 less 40 kWh × 0.38447.
    expect(bills.at(-1)?.lines.at(-1)?.amount).toBe(13_304_184n)
  })

  it('takes the monthly band of a part of a year', () => {
    const lower = { ...sampleClause, lower: bps(10_000n) }
    const lines = replay(plan({ deviation: lower }), months([90_000n]), published(100_000n))[0]?.lines
    expect(lines?.at(-1)).toMatchObject({
      name: 'ShortfallPenalty',
      payee: 'Seller',
      quantity: 10_000n,
      amount: 200_000n,
    })
  })

  it('prices with any formula of the market, by what the exchange published', () => {
    const pricing = { formula: 'SpreadSharing', params: { share: bps(5_000n), floor: microPerKwh(0n) } } as const
    const offer = { ...plan(), lines: [{ kind: 'formula', name: 'Price', pricing } as const] }
    const [bill] = replay(offer, months([100_000_000n]), published(100_000_000n, [{ ...hubei, components: [] }]))
    // 0.651886 less half of 0.651886 − 0.38447.
    expect(bill?.total).toBe(51_817_800_000n)
    expect(bill?.market?.pricing).toEqual(pricing)
  })

  it('refuses months without tariff, with two, without contracted energy, and parts of months', () => {
    const run = months([744_000n, 672_000n])
    const january = { ...hubei, to: '2026-01' }
    expect(() => replay(plan(), run, published(1n, [january]))).toThrow(/^TariffMissing: .*2026-02/)
    expect(() => replay(plan(), run, published(1n, [hubei, january]))).toThrow(/^TariffAmbiguous: .*2026-01/)
    const none = { tariffs: [hubei], contracted: () => undefined }
    expect(() => replay(plan(), run, none)).toThrow(/^ContractedMissing: .*2026-01/)
    const part = runOf('2025-12-31T16:00:00Z', 60, { importWh: [1n, 2n] })
    expect(() => replay(plan(), part, published(1n))).toThrow(/^MonthIncomplete: .*7200 of the 2678400 seconds/)
  })

  it('refuses an energy price that would pay the consumer', () => {
    const negative = { ...plan(), lines: [{ ...energy, price: priceOf(-1n) }] }
    expect(() => replay(negative, months([744_000n]), published(1n))).toThrow(/^EnergyCostNegative/)
  })
})
