import { describe, expect, it } from 'vitest'
import { filterHref, parseFilter } from './market-filter'

describe('market filter', () => {
  it('reads what it writes', () => {
    const filter = { customerClass: 'Household', formula: 'TimeOfUse' } as const
    expect(filterHref(filter)).toBe('/?for=household&kind=time-of-use')
    expect(parseFilter({ for: 'household', kind: 'time-of-use' })).toEqual(filter)
  })
  it('is the plain market page without a filter', () => expect(filterHref({})).toBe('/'))
  it('takes unknown and repeated values for none', () =>
    expect(parseFilter({ for: 'toString', kind: ['flat', 'flat'] })).toEqual({}))
})
