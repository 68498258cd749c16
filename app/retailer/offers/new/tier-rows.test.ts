import { describe, expect, it } from 'vitest'
import { paramKey } from './offer-text'
import { tierRows, withoutRow, withTierRows, type TierRow } from './tier-rows'

const keys = { limits: paramKey('Tiered', 'upTo'), prices: paramKey('Tiered', 'prices') }
const flat = { 'params.Flat.price': '0.379' }
const three: TierRow[] = [
  { from: '', price: '0.5' },
  { from: '200', price: '' },
  { from: '4oo', price: '0.8' },
]

describe('tierRows', () => {
  it('begin as two empty ones', () =>
    expect(tierRows(flat, keys)).toEqual([
      { from: '', price: '' },
      { from: '', price: '' },
    ]))

  it('come back as they were typed, half typed and wrong ones too, beside what other formulas have', () => {
    const params = withTierRows(flat, keys, three)
    expect(tierRows(params, keys)).toEqual(three)
    expect(params).toMatchObject(flat)
  })

  it('leave nothing of a row that was removed', () => {
    const params = withTierRows(withTierRows(flat, keys, three), keys, withoutRow(three, 1))
    expect(tierRows(params, keys)).toEqual([three[0], three[2]])
    const single = withTierRows(params, keys, [three[0]!])
    expect(Object.keys(single).sort()).toEqual(['params.Flat.price', 'params.Tiered.prices.0'])
  })
})
