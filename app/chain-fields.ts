/** Fields that browsers and meters hand in, held to what the contracts have bits for before they become domain values, which throw. */
import { z } from 'zod'
import { micro } from '@/lib/domain/units/units'

export const address = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{40}$/)])
export const hash = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{64}$/)])
/** Wallets that are contracts sign with more than 65 bytes. */
export const signature = z.templateLiteral(['0x', z.string().regex(/^(?:[0-9a-fA-F]{2}){1,4096}$/)])

export const uint = (bits: bigint) =>
  z
    .bigint()
    .nonnegative()
    .lt(1n << bits)

/** Counts, codes and times, which are numbers. */
export const count = (bits: number) =>
  z
    .number()
    .int()
    .nonnegative()
    .lt(2 ** bits)

export const second = count(40).positive()

/** Of money that the token lets the market take. */
export const permit = z.object({ amount: uint(128n).transform(micro), deadline: second, signature })
