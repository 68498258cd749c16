import { describe, expect, it } from 'vitest'
import { standingAt } from './standing'

const facts = { validFrom: 100, validUntil: 200, pausedUntil: 0 }

describe('standingAt', () => {
  it('lets an offer be signed from its first second to its last', () => {
    expect(standingAt(99, facts)).toEqual({ why: 'notYet', at: 100 })
    expect(standingAt(100, facts)).toBeNull()
    expect(standingAt(199, facts)).toBeNull()
    expect(standingAt(200, facts)).toEqual({ why: 'expired', at: 200 })
  })
  it('says until when signing is paused, unless the offer is over anyway', () => {
    expect(standingAt(150, { ...facts, pausedUntil: 160 })).toEqual({ why: 'paused', at: 160 })
    expect(standingAt(160, { ...facts, pausedUntil: 160 })).toBeNull()
    expect(standingAt(200, { ...facts, pausedUntil: 300 })).toEqual({ why: 'expired', at: 200 })
  })
})
