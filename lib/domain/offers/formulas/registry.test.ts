import { describe, expect, it } from 'vitest'
import cases from '../../../../contracts/vectors/energy-charge.json'
import { registerValues } from '../../metering/register-values'
import { seededRandom } from '../../units/seeded-random'
import { microPerKwh, wh } from '../../units/units'
import { typicalMonth } from '../determinants'
import { costOf, energyCharge, FORMULA_NAMES, priceRows, type Pricing } from './registry'

function pricingOf(formula: string, prices: readonly bigint[]): Pricing {
  const [first = 0n] = prices
  if (formula === 'Flat') return { formula, params: { price: microPerKwh(first) } }
  if (formula === 'TimeOfUse') return { formula, params: { prices: registerValues(prices.map(microPerKwh)) } }
  throw new RangeError(`no formula ${formula}`)
}

const usageOf = (registers: readonly bigint[]) => typicalMonth({ registers: registerValues(registers.map(wh)) })
const uncapped = (pricing: Pricing) => ({ pricing, priceCap: microPerKwh(0n) })

describe('energy charge', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const pricing = pricingOf(given.formula, given.pricesMicroPerKwh.map(BigInt))
    const usage = usageOf(given.registersWh.map(BigInt))
    expect({
      costNano: String(costOf(pricing, usage)),
      charge: String(energyCharge(uncapped(pricing), usage)),
    }).toEqual(out)
  })

  it('shows rows that add up to the cost, and to all energy', () => {
    const random = seededRandom(3n)
    for (let run = 0; run < 1_000; run++) {
      const five = (limit: bigint) => Array.from({ length: 5 }, () => random.below(limit))
      const pricing = pricingOf(random.pick(FORMULA_NAMES), five(1n << 30n))
      const energy = five(random.pick([2n, 1n << 40n]))
      const rows = priceRows(pricing, usageOf(energy))
      expect(rows.reduce((sum, row) => sum + row.energy * row.price, 0n)).toBe(costOf(pricing, usageOf(energy)))
      expect(rows.reduce((sum, row) => sum + row.energy, 0n)).toBe(energy.reduce((sum, value) => sum + value, 0n))
    }
  })
})
