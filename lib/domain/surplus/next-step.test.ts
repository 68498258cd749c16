import { describe, expect, it } from 'vitest'
import { wh } from '../units/units'
import { nextStep, type StepFacts } from './next-step'

const facts: StepFacts = {
  first: 'Sell',
  rest: 'Keep',
  listed: false,
  sessionId: 7n,
  storageLeft: wh(0n),
  returnable: true,
}
const step = (some: Partial<StepFacts>) => nextStep({ ...facts, ...some })

describe('what an instruction says is next', () => {
  it('sells in a session, and waits for one', () => {
    expect(step({})).toEqual({ use: 'Sell', sessionId: 7n })
    expect(step({ sessionId: null })).toBeNull()
  })
  it('offers what is kept again, and returns the rest where it says so', () => {
    expect(step({ listed: true })).toEqual({ use: 'Sell', sessionId: 7n })
    expect(step({ listed: true, rest: 'Return' })).toEqual({ use: 'Return' })
    expect(step({ rest: 'Return', sessionId: null })).toBeNull()
  })
  it('stores while there is room, and returns the rest where it says so', () => {
    expect(step({ first: 'Store', storageLeft: wh(1n), rest: 'Return' })).toEqual({ use: 'Store' })
    expect(step({ first: 'Store', rest: 'Return' })).toEqual({ use: 'Return' })
    expect(step({ first: 'Store' })).toBeNull()
  })
  it('returns nothing for less than it asks for', () => {
    expect(step({ first: 'Return' })).toEqual({ use: 'Return' })
    expect(step({ first: 'Return', returnable: false })).toBeNull()
    expect(step({ listed: true, rest: 'Return', returnable: false })).toBeNull()
  })
})
