import { describe, expect, it } from 'vitest'
import { signedTicks } from './signed-ticks'

const none = { Measured: null, Substituted: null, Estimated: null }
const row = (up: number, down = 0, before: number | null = null) => ({
  up: { ...none, Measured: up },
  down: { ...none, Measured: -down },
  beforeUp: before,
  beforeDown: null,
})

describe('the ticks of an axis with two sides', () => {
  it('go no lower than zero where nothing goes down', () =>
    expect(signedTicks([row(98)])).toEqual([0, 20, 40, 60, 80, 100]))
  it('are as far apart below as above', () =>
    expect(signedTicks([row(98, 30)])).toEqual([-40, -20, 0, 20, 40, 60, 80, 100]))
  it('make room for the year before', () => expect(signedTicks([row(1, 0, 98)]).at(-1)).toBe(100))
  it('make room for parts that stand on each other', () =>
    expect(signedTicks([{ ...row(50), up: { Measured: 50, Substituted: 20, Estimated: 28 } }]).at(-1)).toBe(100))
  it('are there even if nothing is', () => expect(signedTicks([])).toEqual([0, 1]))
})
