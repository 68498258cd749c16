import { describe, expect, it } from 'vitest'
import type { Hex } from '@/lib/domain/units/hex'
import { dayNumber, intervalRoot, proveDay, verifyDay, type SaltedDay } from './interval-tree'

const meter = `0x${'ab'.repeat(32)}` as Hex
const days: SaltedDay[] = [1, 2, 3].map((value) => ({
  day: dayNumber(`2026-01-0${value}`),
  salt: new Uint8Array(32).fill(value),
  data: Uint8Array.of(value, value),
}))

describe('intervalRoot', () => {
  it('proves each day, and no other', () => {
    const root = intervalRoot(meter, days)
    for (const day of days) {
      const proof = proveDay(meter, days, day)
      expect(verifyDay(root, meter, day, proof)).toBe(true)
      expect(verifyDay(root, meter, { ...day, data: Uint8Array.of(9) }, proof)).toBe(false)
      expect(verifyDay(root, meter, { ...day, salt: new Uint8Array(32) }, proof)).toBe(false)
      expect(verifyDay(root, `0x${'cd'.repeat(32)}`, day, proof)).toBe(false)
    }
  })

  it('does not depend on the order of the days', () => {
    expect(intervalRoot(meter, [...days].reverse())).toBe(intervalRoot(meter, days))
  })

  it('is zero without days', () => expect(BigInt(intervalRoot(meter, []))).toBe(0n))
})

describe('dayNumber', () => {
  it('counts local dates, not instants', () => {
    expect(dayNumber('1970-01-02')).toBe(1)
    expect(dayNumber('2026-03-01') - dayNumber('2026-02-28')).toBe(1)
  })
})
