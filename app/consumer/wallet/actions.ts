'use server'

import { z } from 'zod'
import { address, second, signature, uint } from '@/app/chain-fields'
import { requireConsumer } from '@/lib/auth/viewer'
import { refuse, type Decision } from '@/lib/domain/decision'
import { micro } from '@/lib/domain/units/units'
import { deposit } from '@/lib/services/deposit'
import { withdraw } from '@/lib/services/withdraw'

const amount = uint(128n).positive().transform(micro)
const depositSchema = z.object({ amount, deadline: second, signature })
const withdrawalSchema = z.object({
  withdrawal: z.object({
    account: address,
    to: address,
    amount,
    nonce: uint(256n),
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
