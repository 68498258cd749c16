/** From what a node answers to the refusal a contract named. */
import { BaseError, decodeErrorResult, isHex, size, type ContractErrorName } from 'viem'
import type { Refusal } from '@/lib/domain/decision'
import type { Hex } from '@/lib/domain/units/hex'
import { errorsAbi } from './contracts'

/** Every custom error a call into the market can end with. lib/errors.ts has a sentence for each. */
export type ContractRefusalName = ContractErrorName<typeof errorsAbi>

const REVERTED: Refusal = { name: 'TransactionReverted', facts: {} }
const NO_DATA = '0x'
const names = new Set<string>(errorsAbi.map(({ name }) => name))
const NODE_UNREACHABLE = new Set(['HttpRequestError', 'TimeoutError', 'SocketClosedError', 'WebSocketRequestError'])

/** The refusal in a node's answer; null if the error is no refusal of a contract and should be thrown on. */
export function refusalOf(error: unknown): Refusal | null {
  const data = revertData(error)
  if (data !== undefined) return refusalOfData(data)
  return isRevert(error) ? REVERTED : null
}

/** Decodes revert data, as SettlementSkipped carries it too. Unknown data is a plain revert. */
export function refusalOfData(data: Hex): Refusal {
  if (size(data) < 4) return REVERTED
  try {
    const { abiItem, args = [] } = decodeErrorResult({ abi: errorsAbi, data })
    // Solidity's own Error(string) and Panic(uint256) are no refusals of ours.
    if (!names.has(abiItem.name)) return { name: REVERTED.name, facts: { reason: String(args[0]) } }
    const facts = abiItem.inputs.map(({ name }, index) => [name, factOf(args[index])] as const)
    return { name: abiItem.name, facts: Object.fromEntries(facts) }
  } catch {
    return REVERTED
  }
}

/** True if nobody knows whether the node got the message: what was sent must be looked up, not assumed lost. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof BaseError && error.walk((cause) => NODE_UNREACHABLE.has((cause as Error).name)) !== null
}

function factOf(value: unknown): bigint | string {
  return typeof value === 'bigint' || typeof value === 'number' ? BigInt(value) : String(value).toLowerCase()
}

/** Nodes put revert data in `data`, some one level deeper. */
function revertData(error: unknown): Hex | undefined {
  if (!(error instanceof BaseError)) return undefined
  let found: Hex | undefined
  error.walk((cause) => {
    const { data } = cause as { data?: unknown }
    const candidate = typeof data === 'object' && data !== null ? (data as { data?: unknown }).data : data
    if (isHex(candidate) && candidate !== NO_DATA) found = candidate
    return found !== undefined
  })
  return found
}

function isRevert(error: unknown): boolean {
  return error instanceof BaseError && error.walk((cause) => /revert/i.test((cause as Error).message)) !== null
}
