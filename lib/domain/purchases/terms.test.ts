import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/contract-year.json'
import { wh } from '../units/units'
import { agreedFor, closesYear, contractedOfYear, isDirect, NO_METER, payerOf } from './terms'

describe('contract year', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const terms = { periods: Number(given.periods), agreed: given.agreedWh.map((energy) => wh(BigInt(energy))) }
    const index = Number(given.index)
    const year = {
      agreedWh: String(agreedFor(terms, index)),
      closes: closesYear(terms, index) ? '1' : '0',
      contractedWh: String(contractedOfYear(terms, index)),
    }
    expect(year).toEqual(out)
  })

  it('has no energy for a month nobody agreed on', () => {
    expect(() => agreedFor({ agreed: [] }, 0)).toThrow(RangeError)
  })
})

describe('purchase terms', () => {
  it('are direct when they name a use meter', () => {
    expect(isDirect({ useMeterId: NO_METER })).toBe(false)
    expect(isDirect({ useMeterId: `0x${'0'.repeat(63)}1` })).toBe(true)
  })

  it('name the settlement subject that pays the generator', () => {
    const parties = { buyer: '0x02', grid: '0x03' } as const
    expect(payerOf({ ...parties, model: 'Integrated' })).toBe('0x03')
    expect(payerOf({ ...parties, model: 'GridLed' })).toBe('0x03')
    expect(payerOf({ ...parties, model: 'RetailerLed' })).toBe('0x02')
  })
})
