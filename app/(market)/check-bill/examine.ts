/** From the text of a bill's file to what is right and wrong about it. Runs in the worker, away from the page. */
import { askWord, type AskNode, type RpcAsked } from '@/lib/chain/coding/bill/ask'
import type { BillMarket } from '@/lib/chain/coding/bill/chain-word'
import { checkBill, type CheckedBill } from '@/lib/chain/coding/bill/check-bill'
import { parseBillFile, type BillFile } from '@/lib/chain/coding/bill/file'
import type { Refusal } from '@/lib/domain/decision'

export type Examined =
  | { kind: 'refused'; refusal: Refusal }
  | ({ kind: 'checked'; file: BillFile; answered: boolean } & CheckedBill)

export interface Examination {
  text: string
  market: BillMarket
  /** The market's public door to its node: whole, for a worker has no address of its own to start from. */
  rpc: string
}

/** As many as the door takes at once. */
const BATCH = 20
const PATIENCE_MS = 20_000

/** Of the file only hashes of transactions and the agreement's id leave the browser. */
export async function examine({ text, market, rpc }: Examination): Promise<Examined> {
  const parsed = parseBillFile(text)
  if (!parsed.ok) return { kind: 'refused', refusal: parsed.refusal }
  const file = parsed.value
  const word = await askWord(file, market, askThrough(rpc))
  return { kind: 'checked', file, answered: word !== null, ...(await checkBill(file, market, word)) }
}

function askThrough(rpc: string): AskNode {
  return async (calls) => {
    const answers: unknown[] = []
    for (let from = 0; from < calls.length; from += BATCH) {
      answers.push(...(await askBatch(rpc, calls.slice(from, from + BATCH))))
    }
    return answers
  }
}

interface Answer {
  id: number
  result?: unknown
  error?: unknown
}

async function askBatch(rpc: string, calls: readonly RpcAsked[]): Promise<unknown[]> {
  const response = await fetch(rpc, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'omit',
    body: JSON.stringify(calls.map((call, id) => ({ jsonrpc: '2.0', id, ...call }))),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const answers = (await response.json()) as Answer[]
  if (!response.ok || !Array.isArray(answers)) throw new Error('the chain does not answer')
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  return calls.map(({ method }, id) => {
    const answer = byId.get(id)
    // A contract that reverts is an answer; a node that fails on what every node knows is none.
    if (method !== 'eth_call' && (!answer || answer.error)) throw new Error(`${method} was not answered`)
    return answer?.error ? undefined : answer?.result
  })
}
