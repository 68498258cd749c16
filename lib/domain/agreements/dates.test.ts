import { describe, expect, it } from 'vitest'
import { coolingOffEnd, termEndOf } from './dates'

const at = (iso: string) => Date.parse(iso) / 1000

describe('termEndOf', () => {
  it('ends with the last of so many months of the market', () => {
    expect(termEndOf(at('2026-12-01T00:00:00+08:00'), 12, 'Asia/Shanghai')).toBe(at('2027-12-01T00:00:00+08:00'))
    // Summer time began meanwhile.
    expect(termEndOf(at('2027-01-01T00:00:00Z'), 6, 'Europe/London')).toBe(at('2027-07-01T00:00:00+01:00'))
  })
})

describe('coolingOffEnd', () => {
  it('counts whole days from the signature', () =>
    expect(coolingOffEnd(at('2026-11-27T18:00:00Z'), 14)).toBe(at('2026-12-11T18:00:00Z')))
})
