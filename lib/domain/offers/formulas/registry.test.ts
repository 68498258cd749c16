import { describe, expect, it } from 'vitest'
import { microPerKwh } from '../../units/units'
import { energyOf } from '../usage'
import { pricingOfCase, usageOfCase, vectorsOf } from './formula-cases.sample'
import { abiTypeOf } from './parameter'
import {
  costOf,
  energyCharge,
  FORMULA_NAMES,
  isAccepted,
  isFormulaName,
  needsOf,
  parametersOf,
  priceRows,
  pricingOf,
} from './registry'

const sumOf = (rows: readonly { cost: bigint }[]) => rows.reduce((sum, { cost }) => sum + cost, 0n)

describe.each(FORMULA_NAMES.map((name) => ({ name })))('$name', ({ name }) => {
  const { params, cases } = vectorsOf(name)

  it('reads the parameters that the contract reads', () => {
    const fields = Object.entries(parametersOf(name)).map(([field, parameter]) => `${abiTypeOf(parameter)} ${field}`)
    expect(`Values(${fields.join(',')})`).toBe(params)
  })

  it.each(cases)('vector: $name', (given) => {
    const pricing = pricingOfCase(name, given)
    if (pricing === null) return expect(given.in.bytes).toMatch(/^0x/) // Read by formula.test.ts of lib/chain.
    expect(isAccepted(pricing)).toBe(given.out.refusal === undefined)
    if (given.out.costNano === undefined) return
    const usage = usageOfCase(given)
    expect(String(costOf(pricing, usage))).toBe(given.out.costNano)
    // Rows are for pages, which show bills: there energy fits a bill.
    if (energyOf(usage) < 1n << 64n) expect(String(sumOf(priceRows(pricing, usage)))).toBe(given.out.costNano)
  })

  it('shows how much energy it prices', () => {
    const given = cases.find(
      (one) => one.in.params && one.out.costNano !== undefined && one.in.registersWh[2] === '1000',
    )
    const [pricing, usage] = given ? [pricingOfCase(name, given), usageOfCase(given)] : [null, null]
    if (!pricing || !usage) throw new Error(`${name} has no case of 1 kWh`)
    const [first] = priceRows(pricing, usage)
    expect(first?.energy).toBe(1_000n)
  })

  it('depends on nothing that it does not name', () => {
    const given = cases.find((one) => one.out.costNano !== undefined && one.out.costNano !== '0')
    const pricing = given && pricingOfCase(name, given)
    if (!pricing) throw new Error(`${name} has no case with a cost`)
    const usage = usageOfCase(given)
    const needs = new Set<string>(needsOf(name))
    const others = ['maxDemand', 'capacity', 'referencePrice', 'index', 'indexCost'].filter((one) => !needs.has(one))
    const changed = { ...usage, ...Object.fromEntries(others.map((one) => [one, 987_654_321n])) }
    expect(costOf(pricing, changed)).toBe(costOf(pricing, usage))
  })
})

describe('pricing', () => {
  it('is refused where a name or a value is none', () => {
    expect(isFormulaName('Flat')).toBe(true)
    expect(isFormulaName('toString')).toBe(false)
    expect(() => pricingOf('Guess', { price: '1' })).toThrow('no formula Guess')
    expect(() => pricingOf('Flat', { price: '-1' })).toThrow(RangeError)
    expect(() => pricingOf('TimeOfUse', { prices: ['1', '2'] })).toThrow(RangeError)
    expect(() => pricingOf('Demand', { prices: Array(5).fill('1'), demandPrice: '1', basis: 'Guess' })).toThrow(
      'is none of',
    )
  })

  it('charges no more than the cap for each kWh, rounded down once', () => {
    const usage = usageOfCase(vectorsOf('Flat').cases[0]!)
    const charge = (price: bigint, cap: bigint) =>
      energyCharge({ pricing: pricingOf('Flat', { price }), priceCap: microPerKwh(cap) }, usage)
    expect(energyOf(usage)).toBe(1_000n)
    expect([charge(384_470n, 0n), charge(384_470n, 384_471n), charge(384_470n, 384_469n)]).toEqual([
      384_470n,
      384_470n,
      384_469n,
    ])
  })
})
