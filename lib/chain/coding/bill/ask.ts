/** What is asked of a node to check a bill: transactions by their hash, and the contracts by ids. Safe for the client. */
import { numberToHex } from 'viem'
import type { Hex } from '@/lib/domain/units/hex'
import type { SentCall } from '../closing-signature'
import {
  questionsOf,
  type BillMarket,
  type BillWord,
  type Question,
  type WordLog,
  type WordReceipt,
} from './chain-word'
import { transactionsOf, type BillFile } from './file'

export interface RpcAsked {
  method: string
  params: unknown[]
}

/** Sends calls to a node and returns their results in order; throws where it does not answer. `undefined` is a call that was refused. */
export type AskNode = (calls: readonly RpcAsked[]) => Promise<unknown[]>

interface Receipt {
  status: Hex
  blockNumber: Hex
  logs: WordLog[]
}

/** Null if the node does not answer, or not in the way nodes do. */
export async function askWord(file: BillFile, market: BillMarket, ask: AskNode): Promise<BillWord | null> {
  try {
    const hashes = transactionsOf(file)
    const questions = questionsOf(file, market)
    const names = Object.keys(questions) as Question[]
    const [chainId, ...answers] = await ask([
      { method: 'eth_chainId', params: [] },
      ...names.map((name) => ({ method: 'eth_call', params: [questions[name], 'latest'] })),
      ...hashes.map((hash) => ({ method: 'eth_getTransactionReceipt', params: [hash] })),
      ...hashes.map((hash) => ({ method: 'eth_getTransactionByHash', params: [hash] })),
    ])
    const state = Object.fromEntries(names.map((name, index) => [name, answers[index] ?? null]))
    const found = answers.slice(names.length)
    const receipts = hashes.map((hash, index) => {
      const [receipt, sent] = [found[index] as Receipt | null, found[hashes.length + index] as SentCall | null]
      return { hash, receipt: receipt ?? null, sent: sent ?? null }
    })
    const times = await timesOf(
      receipts.flatMap(({ receipt }) => (receipt ? [Number(receipt.blockNumber)] : [])),
      ask,
    )
    return {
      chainId: Number(chainId),
      state: state as BillWord['state'],
      receipts: new Map(receipts.map(({ hash, receipt, sent }) => [hash, wordOf(receipt, sent, times)])),
    }
  } catch {
    return null
  }
}

function wordOf(
  receipt: Receipt | null,
  sent: SentCall | null,
  times: ReadonlyMap<number, number>,
): WordReceipt | null {
  if (!receipt || !sent) return null
  const block = Number(receipt.blockNumber)
  return { succeeded: receipt.status === '0x1', block, time: times.get(block) ?? 0, logs: receipt.logs, sent }
}

async function timesOf(blocks: readonly number[], ask: AskNode): Promise<ReadonlyMap<number, number>> {
  const wanted = [...new Set(blocks)]
  if (wanted.length === 0) return new Map()
  const headers = await ask(
    wanted.map((block) => ({ method: 'eth_getBlockByNumber', params: [numberToHex(block), false] })),
  )
  return new Map(wanted.map((block, index) => [block, Number((headers[index] as { timestamp: Hex }).timestamp)]))
}
