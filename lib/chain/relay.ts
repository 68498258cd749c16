/** The relayer's hands: sign, estimate, send, look up. What to send and when is decided in lib/services/relay.ts. */
import {
  keccak256,
  parseEventLogs,
  parseTransaction,
  TransactionNotFoundError,
  TransactionReceiptNotFoundError,
  type TransactionSerializableEIP1559,
} from 'viem'
import { privateKeyToAccount, type PrivateKeyAccount } from 'viem/accounts'
import { env } from '@/lib/env'
import { ok, type Decision, type Refusal } from '@/lib/domain/decision'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { marketClient } from './client'
import { DEMO_INDEX, demoKey } from './demo-keys'
import { settlementAbi } from './contracts'
import { deployment } from './deployment'
import { settleCall, type Call, type SettlementItem } from './intents/calls'
import { isUnreachable, refusalOf, refusalOfData } from './refusal'

export interface SignedTransaction {
  hash: Hex
  raw: Hex
  nonce: number
}

export interface Fees {
  maxFeePerGas: bigint
  maxPriorityFeePerGas: bigint
}

/** Estimates are exact for the state they saw; the state may differ a little when the transaction is mined. */
const GAS_MARGIN_PERCENT = 120n

const NEVER_FITS = /out of gas|gas required exceeds|exceeds block gas limit|intrinsic gas/i

export function relayerAccount(): PrivateKeyAccount {
  const key = env.relayerKey ?? (env.mode === 'demo' ? demoKey(DEMO_INDEX.relayer) : undefined)
  if (!key) throw new Error('RELAYER_PRIVATE_KEY is missing')
  return privateKeyToAccount(key)
}

/** What would happen, on top of what is already under way: gas, or the contract's refusal. */
export async function tryCall(from: Address, call: Call, state: 'pending' | 'latest'): Promise<Decision<bigint>> {
  try {
    const gas = await marketClient().estimateGas({ account: from, ...call, blockTag: state })
    return ok((gas * GAS_MARGIN_PERCENT) / 100n)
  } catch (error) {
    return refused(error)
  }
}

/** Several calls one after the other in one block: a deposit and what is to be paid out of it. */
export async function tryCalls(from: Address, calls: readonly Call[]): Promise<Decision<null>> {
  const [first, ...others] = calls
  if (!first) return ok(null)
  if (others.length === 0) {
    const tried = await tryCall(from, first, 'latest')
    return tried.ok ? ok(null) : tried
  }
  try {
    const [block] = await marketClient().simulateBlocks({
      blocks: [{ calls: calls.map((call) => ({ account: from, ...call })) }],
    })
    const failed = block?.calls.find(({ status }) => status === 'failure')
    return failed && 'error' in failed ? refused(failed.error) : ok(null)
  } catch (error) {
    return refused(error)
  }
}

function refused(error: unknown): { ok: false; refusal: Refusal } {
  if (isUnreachable(error)) return { ok: false, refusal: { name: 'ChainUnreachable', facts: {} } }
  // A revert first: its text is the called contract's, which may say anything.
  const refusal = refusalOf(error)
  if (refusal) return { ok: false, refusal }
  if (/insufficient funds/i.test(String(error))) return { ok: false, refusal: { name: 'RelayerOutOfGas', facts: {} } }
  // More gas than a block has: it can never be mined, and must not hold up what waits behind it.
  if (NEVER_FITS.test(String(error))) return { ok: false, refusal: { name: 'TransactionReverted', facts: {} } }
  throw error
}

export async function suggestFees(): Promise<Fees> {
  const { maxFeePerGas, maxPriorityFeePerGas } = await marketClient().estimateFeesPerGas()
  return { maxFeePerGas, maxPriorityFeePerGas }
}

/** What a signed transaction offers. */
export function feesOf(raw: Hex): Fees {
  const { maxFeePerGas = 0n, maxPriorityFeePerGas = 0n } = parseTransaction(raw)
  return { maxFeePerGas, maxPriorityFeePerGas }
}

/** Signs and nothing else: the hash is known, and can be stored, before anyone sees the transaction. */
export async function signTransaction(
  call: Call & { nonce: number; gas: bigint; fees: Fees },
): Promise<SignedTransaction> {
  const { to, data, nonce, gas, fees } = call
  const transaction: TransactionSerializableEIP1559 = {
    type: 'eip1559',
    chainId: deployment().chainId,
    to,
    data,
    nonce,
    gas,
    ...fees,
  }
  const raw = await relayerAccount().signTransaction(transaction)
  return { hash: keccak256(raw), raw, nonce }
}

export type SendOutcome = 'sent' | 'nonce-used' | 'too-cheap' | 'no-gas' | 'unknown'

/** Unknown means that nobody can tell whether the node has it: look it up by its hash. */
export async function sendRaw(raw: Hex): Promise<SendOutcome> {
  try {
    await marketClient().sendRawTransaction({ serializedTransaction: raw })
    return 'sent'
  } catch (error) {
    const text = String(error)
    if (/already known|already imported|known transaction/i.test(text)) return 'sent'
    if (/nonce too low|nonce has already|lower than the current nonce/i.test(text)) return 'nonce-used'
    if (/underpriced|max fee per gas less than|fee too low/i.test(text)) return 'too-cheap'
    return /insufficient funds/i.test(text) ? 'no-gas' : 'unknown'
  }
}

export interface MinedTransaction {
  status: 'success' | 'reverted'
  blockNumber: number
}

/** Mined, waiting in the pool, or not there. */
export async function lookUp(hash: Hex): Promise<MinedTransaction | 'pending' | 'absent'> {
  try {
    const { status, blockNumber } = await marketClient().getTransactionReceipt({ hash })
    return { status, blockNumber: Number(blockNumber) }
  } catch (error) {
    if (!(error instanceof TransactionReceiptNotFoundError)) throw error
  }
  try {
    await marketClient().getTransaction({ hash })
    return 'pending'
  } catch (error) {
    if (error instanceof TransactionNotFoundError) return 'absent'
    throw error
  }
}

/** The next nonce after what is mined. */
export async function minedNonce(account: Address): Promise<number> {
  return marketClient().getTransactionCount({ address: account, blockTag: 'latest' })
}

/** The refusal of a transaction that was mined and reverted: the same call again, on the state before its block. */
export async function whyReverted(call: Call, blockNumber: number): Promise<Refusal> {
  const { to, data } = call
  const account = relayerAccount().address
  try {
    await marketClient().call({ account, to, data, blockNumber: BigInt(blockNumber - 1) })
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal) return refusal
  }
  // It would have worked one block earlier, or that state is gone: ask about now.
  const now = await tryCall(account, call, 'latest')
  return now.ok ? { name: 'TransactionReverted', facts: {} } : now.refusal
}

/** Would this customer-month settle now? A batch of one is tried: it says in an event why it was skipped. */
export async function trySettlement({
  table,
  offer,
  item,
}: {
  table: TariffTable
  offer: Offer
  item: SettlementItem
}): Promise<Decision<null>> {
  const call = {
    account: relayerAccount().address,
    ...settleCall(deployment().contracts, { table, offer, items: [item] }),
  }
  try {
    const [block] = await marketClient().simulateBlocks({ blocks: [{ calls: [call] }] })
    const [result] = block?.calls ?? []
    if (result?.status === 'failure') return refused(result.error)
    const [skip] = parseEventLogs({ abi: settlementAbi, eventName: 'SettlementSkipped', logs: result?.logs ?? [] })
    return skip ? { ok: false, refusal: refusalOfData(skip.args.reason) } : ok(null)
  } catch (error) {
    return refused(error)
  }
}
