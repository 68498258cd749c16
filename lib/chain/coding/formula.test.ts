import { describe, expect, it } from 'vitest'
import { pricingOfCase, vectorsOf } from '@/lib/domain/offers/formulas/formula-cases.sample'
import { FORMULA_NAMES } from '@/lib/domain/offers/formulas/registry'
import { pricingFromParams, pricingToParams } from './formula'

describe.each(FORMULA_NAMES.map((name) => ({ name })))('parameters of $name', ({ name }) => {
  const { cases } = vectorsOf(name)

  it('come back from the chain as they went there', () => {
    for (const given of cases.filter(({ out }) => out.refusal === undefined)) {
      const pricing = pricingOfCase(name, given)
      if (!pricing) throw new Error(`${given.name}: a cost needs parameters`)
      expect(pricingFromParams(name, pricingToParams(pricing))).toEqual(pricing)
    }
  })

  it.each(cases.filter(({ in: { bytes } }) => bytes !== undefined))('are refused: $name', ({ in: { bytes } }) => {
    expect(() => pricingFromParams(name, bytes ?? '0x')).toThrow(RangeError)
  })
})
