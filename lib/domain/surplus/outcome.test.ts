import { describe, expect, it } from 'vitest'
import { wh } from '../units/units'
import type { Clearing } from './clear'
import { levelOutcome } from './outcome'
import { tick } from './tick'

/** Of 600 Wh wanted at 310 ticks 80 are left; the lots at 310 sell all. */
const clearing: Clearing = {
  ...{ price: tick(310n), volume: wh(2_040n), lotsShare: false, offered: wh(600n), shared: wh(80n) },
  ...{ remainder: 600n, id: '0x00', index: 0 },
}

describe('levelOutcome', () => {
  it.each([
    ['bids', 311n, 'all'],
    ['bids', 310n, 'part'],
    ['bids', 309n, 'none'],
    ['lots', 309n, 'all'],
    ['lots', 310n, 'all'],
    ['lots', 311n, 'none'],
  ] as const)('%s at %i', (side, price, outcome) => {
    expect(levelOutcome(side, tick(price), clearing)).toBe(outcome)
  })

  it('shares among lots where lots have too much', () => {
    const other = { ...clearing, lotsShare: true }
    expect([levelOutcome('bids', tick(310n), other), levelOutcome('lots', tick(310n), other)]).toEqual(['all', 'part'])
  })

  it('knows when nothing or everything is left to share', () => {
    const at = (shared: bigint) => levelOutcome('bids', tick(310n), { ...clearing, shared: wh(shared) })
    expect([at(0n), at(600n)]).toEqual(['none', 'all'])
  })
})
