'use server'

import { z } from 'zod'
import { requireConsumer } from '@/lib/auth/viewer'
import { refuse, type Decision } from '@/lib/domain/decision'
import type { Hex } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { deposit } from '@/lib/services/deposit'
import { withdraw } from '@/lib/services/withdraw'

const UINT128 = 1n << 128n
const UINT256 = 1n << 256n
const amount = z.bigint().positive().lt(UINT128).transform(micro)
const second = z
  .number()
  .int()
  .positive()
  .lt(2 ** 40)
const signature = z.custom<Hex>((value) => typeof value === 'string' && /^0x(?:[0-9a-fA-F]{2}){1,4096}$/.test(value))
const address = z.custom<Hex>((value) => typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value))

const depositSchema = z.object({ amount, deadline: second, signature })
const withdrawalSchema = z.object({
  withdrawal: z.object({
    account: address,
    to: address,
    amount,
    nonce: z.bigint().nonnegative().lt(UINT256),
    expiry: second,
  }),
  signature,
})

export type DepositRequest = z.input<typeof depositSchema>
export type WithdrawalRequest = z.input<typeof withdrawalSchema>

/** Hands a signed permit to the relayer. Returns the id to follow. */
export async function requestDeposit(request: DepositRequest): Promise<Decision<string>> {
  const viewer = await requireConsumer('/consumer/wallet')
  const parsed = depositSchema.safeParse(request)
  if (!parsed.success) return refuse('RequestMalformed', { detail: z.prettifyError(parsed.error) })
  return deposit(viewer, parsed.data)
}

/** Hands a signed withdrawal to the relayer. Returns the id to follow. */
export async function requestWithdrawal(request: WithdrawalRequest): Promise<Decision<string>> {
  const viewer = await requireConsumer('/consumer/wallet')
  const parsed = withdrawalSchema.safeParse(request)
  if (!parsed.success) return refuse('RequestMalformed', { detail: z.prettifyError(parsed.error) })
  return withdraw(viewer, parsed.data)
}
