import { describe, expect, it } from 'vitest'
import { factUnit } from './fact-unit'

describe('factUnit', () => {
  it.each([
    ['owed', 'InsufficientFree', 'money'],
    ['possible', 'ReadTooFast', 'energy'],
    ['until', 'ActivityPaused', 'time'],
    ['digits', 'ReadTooWide', 'plain'],
    // The same words count something else in these.
    ['expected', 'PeriodEndMismatch', 'time'],
    ['expected', 'ERC20InvalidSpender', 'plain'],
    ['needed', 'ExamplesMissing', 'plain'],
  ])('%s of %s is %s', (fact, refusal, unit) => expect(factUnit(fact, refusal)).toBe(unit))
})
