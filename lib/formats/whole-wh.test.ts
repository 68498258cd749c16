import { describe, expect, it } from 'vitest'
import { WholeWh } from './whole-wh'

describe('WholeWh', () => {
  it('carries what is left of one interval into the next', () => {
    const whole = new WholeWh(1)
    // 0.4 + 0.4 + 0.4 + 0.8 Wh is 2 Wh.
    expect([4n, 4n, 4n, 8n].map((value) => whole.next(value))).toEqual([0n, 0n, 1n, 1n])
    expect(whole.carried).toBe(4)
  })

  it('changes nothing about numbers that are whole', () => {
    const whole = new WholeWh(3)
    expect([0n, 5_000n, 12_000n].map((value) => whole.next(value))).toEqual([0n, 5n, 12n])
    expect(whole.carried).toBe(0)
  })

  it('counts watt-seconds', () => {
    const whole = new WholeWh(0, 3_600n)
    // 100 W for half an hour and for a quarter of one.
    expect([180_000n, 90_000n].map((value) => whole.next(value))).toEqual([50n, 25n])
  })

  it('loses less than one Wh of a long series', () => {
    const whole = new WholeWh(18)
    const third = 333_333_333_333_333_333n
    const sum = Array.from({ length: 10_000 }, () => whole.next(third)).reduce<bigint>(
      (total, value) => total + value,
      0n,
    )
    expect(sum).toBe(3_333n)
  })

  it('does not count below zero', () => {
    expect(() => new WholeWh(0).next(-1n)).toThrow(RangeError)
  })
})
