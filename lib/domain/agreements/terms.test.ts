import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/closes-year.json'
import { closesYear } from './terms'

describe('closesYear', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const endsAt = given.endsAt === '0' ? null : Number(given.endsAt)
    const term = { termPeriods: Number(given.termPeriods), endsAt }
    expect(closesYear(term, { index: Number(given.index), end: Number(given.end) })).toBe(out.closes === '1')
  })
})
