import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { tick } from '@/lib/domain/surplus/tick'
import { address, count, hash, permit, second, signature, uint } from './chain-fields'

const takes = (field: z.ZodType, value: unknown) => field.safeParse(value).success
const hex = (digits: number) => `0x${'Ab'.repeat(digits / 2)}`

describe('fields of requests', () => {
  it('take what the contracts have bits for, and no more', () => {
    expect([0n, 18_446_744_073_709_551_615n].map((value) => takes(uint(64n), value))).toEqual([true, true])
    expect([-1n, 18_446_744_073_709_551_616n, 1].map((value) => takes(uint(64n), value))).toEqual([false, false, false])
    expect([0, 4_294_967_295].map((value) => takes(count(32), value))).toEqual([true, true])
    expect([-1, 4_294_967_296, 0.5, 1n].map((value) => takes(count(32), value))).toEqual([false, false, false, false])
    expect([0, 1, 1_099_511_627_775, 1_099_511_627_776].map((value) => takes(second, value))).toEqual([
      ...[false, true, true, false],
    ])
  })

  it('refuse before a domain value would throw', () => {
    expect(takes(uint(24n).transform(tick), 16_777_216n)).toBe(false)
    expect(takes(permit, { amount: 1n << 128n, deadline: 1, signature: hex(130) })).toBe(false)
    expect(takes(permit, { amount: (1n << 128n) - 1n, deadline: 1, signature: hex(130) })).toBe(true)
  })

  it('take whole bytes after 0x', () => {
    expect([40, 38, 42].map((digits) => takes(address, hex(digits)))).toEqual([true, false, false])
    expect([64, 62, 66].map((digits) => takes(hash, hex(digits)))).toEqual([true, false, false])
    expect([2, 130, 8_192, 0, 8_194].map((digits) => takes(signature, hex(digits)))).toEqual([
      ...[true, true, true, false, false],
    ])
    expect(['ab', '0xabc', '0xzz', `${hex(130)}\n`].map((text) => takes(signature, text))).toEqual([
      ...[false, false, false, false],
    ])
  })
})
