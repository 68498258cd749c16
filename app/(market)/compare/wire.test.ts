import { describe, expect, it } from 'vitest'
import { fromWire, toWire } from './wire'

describe('the wire', () => {
  it('gives back what was sent: numbers of any size, and texts that look like them', () => {
    const sent = { big: -(2n ** 200n), none: null, list: [0n, 1, 'x'], name: '~12', twice: '~~', empty: '~', half: 0.5 }
    expect(fromWire(toWire(sent))).toEqual(sent)
  })
})
