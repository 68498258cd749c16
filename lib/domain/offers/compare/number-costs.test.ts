import { describe, expect, it } from 'vitest'
import { seededRandom, type SeededRandom } from '../../units/seeded-random'
import { watt, wh } from '../../units/units'
import { IndexCostMissing } from '../formulas/index-linked'
import { cellsOfYears } from './cost-cells'
import { madeMarket, madeOffer } from './compare.sample'
import { evenMonths } from './headline'
import { monthsOf, namedMonths, type MonthCells } from './month-cells'
import { numberCostsOf } from './number-costs'
import { numberYears } from './number-years'
import { exactCosts, LEVELS } from './year-costs'

const ZONE = 'Asia/Shanghai'
const FIRST = { year: 2026, month: 1 }

/** Some registers, and sometimes all of them, are at nothing. */
function madeCells(random: SeededRandom, most: bigint): MonthCells {
  const energies = () => Number(random.below(4n) === 0n ? 0n : random.below(most))
  const isIdle = random.below(6n) === 0n
  const registers = Float64Array.from({ length: 60 }, () => (isIdle && random.below(2n) === 0n ? 0 : energies()))
  return {
    registers,
    exported: new Float64Array(12),
    maxDemand: Float64Array.from({ length: 12 }, energies),
    indexCost: Array.from({ length: 12 }, () => random.between(-most * 50_000n, most * 500_000n)),
  }
}

function made(random: SeededRandom, most: bigint, withIndex = true) {
  const market = madeMarket(random, { first: FIRST, months: 12, timeZone: ZONE })
  const [own, drawn] = [madeCells(random, most), [madeCells(random, most), madeCells(random, most)]]
  if (!withIndex) Object.assign(own, { indexCost: own.indexCost.map(() => null) })
  const named = namedMonths(
    market.tables.map((_, index) => ({ year: 2026, month: index + 1 })),
    ZONE,
  )
  const months = monthsOf(named, own)
  const years = { months, drawn: () => drawn.map((cells) => monthsOf(named, cells)), even: evenMonths(months, market) }
  const contracted = months.map(({ used }) =>
    wh(used === 0n ? random.below(most) : (used * random.between(80n, 120n)) / 100n),
  )
  const terms = { tables: market.tables, contracted, capacity: watt(random.below(most)) }
  const cells = [
    ...LEVELS.map((percent) => ({ cells: own, percent })),
    ...drawn.map((each) => ({ cells: each, percent: 100 })),
  ]
  return { years, terms, numbers: numberYears(cellsOfYears(cells, terms.capacity), years, terms) }
}

describe('numberCostsOf', () => {
  // Homes, works, and where numbers begin not to hold.
  it.each([
    [200_000n, 400],
    [300_000_000n, 150],
    [1_000_000_000n, 5],
  ])('is what the bigints say, for months of up to %s Wh a register', (most, atLeast) => {
    const random = seededRandom(most)
    let exact = 0
    for (let round = 0; round < 40; round++) {
      const { years, terms, numbers } = made(random, most)
      for (let place = 0; place < 12; place++) {
        const offer = madeOffer(random, place)
        // The made market has no index of its own to advertise.
        if (offer.pricing.formula === 'IndexLinked' && offer.pricing.params.source === 'Interval') continue
        const found = numberCostsOf(offer, numbers)
        if (!found) continue
        exact += 1
        expect(found).toEqual(exactCosts(offer, years, terms))
      }
    }
    expect(exact).toBeGreaterThan(atLeast)
  })

  it('leaves to bigints what a number does not hold, and never rounds it', () => {
    const random = seededRandom(5n)
    let left = 0
    for (const most of [1n << 34n, 1n << 38n, 1n << 42n]) {
      for (let round = 0; round < 10; round++) {
        const { years, terms, numbers } = made(random, most)
        for (let place = 0; place < 6; place++) {
          const offer = madeOffer(random, place)
          if (offer.pricing.formula === 'IndexLinked' && offer.pricing.params.source === 'Interval') continue
          const found = numberCostsOf(offer, numbers)
          if (found) expect(found).toEqual(exactCosts(offer, years, terms))
          else left += 1
        }
      }
    }
    expect(left).toBeGreaterThan(50)
  })

  it('does not price an interval index that was not attested', () => {
    const random = seededRandom(6n)
    const { years, terms, numbers } = made(random, 1_000n, false)
    const params = { source: 'Interval', factor: 10_000n, adder: 0n, floor: 0n, cap: 0n } as never
    const offer = madeOffer(random, 1, { formula: 'IndexLinked', params })
    expect(numberCostsOf(offer, numbers)).toBeNull()
    expect(() => exactCosts(offer, years, terms)).toThrow(IndexCostMissing)
  })
})
