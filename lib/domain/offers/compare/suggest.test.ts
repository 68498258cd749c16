import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../units/seeded-random'
import { wh } from '../../units/units'
import { ANYWHERE, madeMarket, madeOffer, madeRun, NOW } from './compare.sample'
import { highestDemand, monthsOf, namedMonths, yearOfUse } from './month-cells'
import { priceYear } from './price-year'
import { scenariosOf } from './scenarios'
import { suggestContracted } from './suggest'
import { historyOfRun } from './use-history'

const SPAN = { first: { year: 2025, month: 1 }, months: 12, timeZone: 'Asia/Shanghai' }
const SCENARIOS = { count: 8, seed: 2n }

function made(seed: bigint) {
  const random = seededRandom(seed)
  const run = madeRun(random, { ...SPAN, minutes: 60, mostWh: 300n })
  const market = madeMarket(random, SPAN)
  const use = historyOfRun(run, market)
  return { random, input: { use, market, point: ANYWHERE, now: NOW, scenarios: SCENARIOS } }
}

describe('suggestContracted', () => {
  it('beats every other contracted energy on the bills themselves', () => {
    const { random, input } = made(8n)
    const scenarios = scenariosOf(input.use, SCENARIOS, 'weeks')
    const named = namedMonths(scenarios.year.months, SPAN.timeZone)
    const drawn = scenarios.cells.map((cells) => monthsOf(named, cells))
    const capacity = highestDemand(yearOfUse(input.use, scenarios.year).months)
    let tried = 0
    for (let place = 0; tried < 6; place++) {
      const offer = madeOffer(random, place)
      if (offer.pricing.formula === 'IndexLinked') continue
      tried += 1
      const found = suggestContracted(offer, input)
      if (!found.ok) throw new Error(found.refusal.name)
      const suggested = found.value.months.map(({ contracted }) => contracted)
      const billed = (contracted: readonly bigint[]) =>
        drawn.reduce((sum, months) => {
          const terms = { tables: input.market.tables, contracted: contracted.map(wh), capacity }
          const { excess, shortfall } = priceYear(offer, months, terms)
          return sum + excess + shortfall
        }, 0n)
      const least = billed(suggested)
      // Each line rounds down by less than a Micro: eight lines of twelve months in each scenario.
      const dust = BigInt(8 * 12 * SCENARIOS.count)
      for (let percent = 70n; percent <= 130n; percent += 5n) {
        const other = suggested.map((energy) => (energy * percent) / 100n)
        expect(least).toBeLessThanOrEqual(billed(other) + dust)
      }
      if (offer.offer.deviation.ruleBasis === 'Annual') continue
      for (let month = 0; month < 12; month += 5) {
        for (const kwh of [-40n, -10n, -3n, -1n, 1n, 3n, 10n, 40n]) {
          const other = suggested.map((energy, index) => (index === month ? energy + kwh * 1_000n : energy))
          if (other.some((energy) => energy < 0n)) continue
          expect(least).toBeLessThanOrEqual(billed(other) + dust)
        }
      }
    }
  })

  it('says why, month by month or for the year', () => {
    const { random, input } = made(9n)
    for (let place = 0; place < 12; place++) {
      const offer = madeOffer(random, place)
      if (offer.pricing.formula === 'IndexLinked') continue
      const found = suggestContracted(offer, input)
      if (!found.ok) throw new Error(found.refusal.name)
      const { months, basis, expected, expectedAtUse, range } = found.value
      const balances = months.flatMap(({ balance }) => balance ?? [])
      expect(range).toMatchObject({ method: 'weeks', scenarios: 8 })
      expect(expected).toBeLessThanOrEqual(expectedAtUse)
      expect(balances.length).toBe(basis === 'Monthly' ? 12 : offer.offer.termPeriods < 12 ? 2 : 1)
      expect(balances.reduce((sum, { contracted }) => sum + contracted, 0n)).toBe(
        months.reduce((sum, { contracted }) => sum + contracted, 0n),
      )
    }
  })

  it('refuses what cannot be priced, by name', () => {
    const { random, input } = made(10n)
    const offer = madeOffer(random, 1)
    const elsewhere = { ...offer, offer: { ...offer.offer, region: 7 } }
    expect(suggestContracted(elsewhere, input)).toMatchObject({ ok: false, refusal: { name: 'TariffMissing' } })
    const params = { source: 'Interval', factor: 10_000n, adder: 0n, floor: 0n, cap: 0n } as never
    const indexed = { ...offer, pricing: { formula: 'IndexLinked', params } as const }
    expect(suggestContracted(indexed, input)).toMatchObject({ ok: false, refusal: { name: 'IndexCostMissing' } })
  })
})
