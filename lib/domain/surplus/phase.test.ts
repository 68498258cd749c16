import { describe, expect, it } from 'vitest'
import { nextChange, phaseAt, takesOrders, type PhaseFacts } from './phase'

const exported: PhaseFacts = { status: 'Open', kind: 'Exported', lockAt: 100, closeAt: 200, end: 50 }
const contracted: PhaseFacts = { ...exported, kind: 'Contracted', end: 300 }

describe('phaseAt', () => {
  it.each([
    ['open', exported, 99],
    ['locked', exported, 100],
    ['locked', exported, 199],
    ['clearing', exported, 200],
    // Exported energy can be cleared for ever; contracted energy until its period ends.
    ['clearing', exported, 9_999],
    ['clearing', contracted, 299],
    ['overdue', contracted, 300],
    // A session may lock when it closes: there is no time between the two.
    ['open', { ...exported, lockAt: 200 }, 199],
    ['clearing', { ...exported, lockAt: 200 }, 200],
    ['cleared', { ...exported, status: 'Cleared' as const }, 250],
    ['untraded', { ...exported, status: 'Untraded' as const }, 250],
    ['voided', { ...contracted, status: 'Voided' as const }, 350],
  ])('%s', (phase, facts, now) => expect(phaseAt(facts, now)).toBe(phase))

  it('says until when it stays so', () => {
    expect(nextChange(exported, 'open')).toBe(100)
    expect(nextChange(exported, 'locked')).toBe(200)
    expect(nextChange(exported, 'clearing')).toBeNull()
  })

  it('takes lots and bids until it closes', () => {
    expect((['open', 'locked', 'clearing', 'cleared'] as const).map(takesOrders)).toEqual([true, true, false, false])
  })
})
