/** What browsers hand in, held to what the contracts have bits for. */
import { z } from 'zod'
import type { Address, Hex } from '@/lib/domain/units/hex'

export const UINT64 = 1n << 64n
export const UINT256 = 1n << 256n

export const signature = z.custom<Hex>(
  (value) => typeof value === 'string' && /^0x(?:[0-9a-fA-F]{2}){1,4096}$/.test(value),
)
export const account = z.custom<Address>((value) => typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value))
export const uint32 = z
  .number()
  .int()
  .nonnegative()
  .lt(2 ** 32)
export const second = z
  .number()
  .int()
  .nonnegative()
  .lt(2 ** 40)
