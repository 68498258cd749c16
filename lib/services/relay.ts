/**
 * The relayer: sends what members signed, so that they need no gas. One account, one strict queue. A transaction is
 * stored before it is sent; after a crash at any point its fate is found by its hash and its nonce.
 */
import {
  lookUp,
  minedNonce,
  relayerAccount,
  sendRaw,
  signTransaction,
  feesOf,
  suggestFees,
  tryCall,
  whyReverted,
  type Fees,
} from '@/lib/chain/relay'
import { asWorker } from '@/lib/db/client'
import type { RelayKind } from '@/lib/db/read/relays'
import { refuse } from '@/lib/domain/decision'
import {
  claimRelay,
  queuedCalls,
  relaysUnderWay,
  replaceRelay,
  requeueRelay,
  saveRelayHash,
  touchRelay,
  type QueuedCall,
  type UnderWay,
} from '@/lib/db/write/relay-queue'
import { saveRelayMined, saveRelayRefused, saveRelaysUnfollowed } from '@/lib/db/write/relays'

/** More than this are not sent before the first is mined: a node keeps only so many of one account. */
const MOST_UNDER_WAY = 16
/** A transaction that waits longer than this is offered again with higher fees. */
const PATIENCE_S = 30
/** Nodes ask for at least 10 % more before they replace a transaction. */
const RAISE_PERCENT = 125n
/** Gas for one request of a member: a contract wallet may burn what it likes in checking its signature, but not ours. */
const MOST_GAS = 1_500_000n
/** These are the worker's own, never a member's, and as large as their batch. */
const OWN_RUNS: readonly RelayKind[] = ['settle', 'clear', 'claim']
/** The market's own trouble, not the member's: the request stays in the queue. */
const PASSING_TROUBLE = ['RelayerOutOfGas', 'ChainUnreachable']

export interface RelayStep {
  sent: number
  /** Transactions whose fate is still open. */
  underWay: number
  /** Why the queue stands still, if it does. */
  trouble: string | null
}

/** One look at everything that is under way, and then at the queue. */
export async function relayOnce(): Promise<RelayStep> {
  for (const request of await relaysUnderWay()) await resolve(request)
  return sendQueued()
}

/** Until nothing is queued and the fate of everything is known; for programs that cannot wait for the worker. */
export async function relayAll(): Promise<void> {
  for (;;) {
    const { sent, underWay, trouble } = await relayOnce()
    if (trouble) throw new Error(`the relayer cannot send: ${trouble}`)
    if (sent === 0 && underWay === 0) return
    if (underWay > 0) await new Promise((next) => setTimeout(next, 20))
  }
}

async function sendQueued(): Promise<RelayStep> {
  const { address } = relayerAccount()
  let underWay = (await relaysUnderWay()).filter(({ status }) => status === 'sent').length
  let sent = 0
  for (const call of await queuedCalls(MOST_UNDER_WAY - underWay)) {
    const tried = await tryOnTop(address, call, underWay)
    if (tried === 'wait') break
    if (tried.ok) {
      if (await sendNext(call, tried.value)) {
        sent++
        underWay++
      }
      continue
    }
    const { refusal } = tried
    if (PASSING_TROUBLE.includes(refusal.name)) return { sent, underWay, trouble: refusal.name }
    await asWorker((tx) => saveRelayRefused(tx, call.id, refusal))
  }
  return { sent, underWay, trouble: null }
}

/** A refusal counts only when nothing is under way that might still make the call possible. */
async function tryOnTop(from: `0x${string}`, call: QueuedCall, underWay: number) {
  const tried = await tryCall(from, call, underWay > 0 ? 'pending' : 'latest')
  if (!tried.ok && underWay > 0) return 'wait'
  if (tried.ok && !OWN_RUNS.includes(call.kind) && tried.value > MOST_GAS) return refuse('RequestTooLarge')
  return tried
}

async function sendNext(call: QueuedCall, gas: bigint): Promise<boolean> {
  const [mined, fees] = await Promise.all([minedNonce(relayerAccount().address), suggestFees()])
  const { to, data } = call
  const outgoing = await claimRelay(call.id, mined, (nonce) => signTransaction({ to, data, nonce, gas, fees }))
  if (!outgoing) return false
  // Whatever the answer: the transaction is stored, and the next look finds out.
  await sendRaw(outgoing.raw)
  return true
}

/** Finds out what became of a stored transaction, and sends it again if nobody has it. */
async function resolve(request: UnderWay): Promise<void> {
  for (const hash of [request.hash, ...request.replaced]) {
    const found = await lookUp(hash)
    if (found === 'absent') continue
    if (found === 'pending') return isLate(request) ? offerAgain(request) : undefined
    if (hash !== request.hash) await saveRelayHash(request.id, hash)
    if (found.status === 'success') return settle(request, found.blockNumber)
    const refusal = await whyReverted(request, found.blockNumber)
    return asWorker((tx) => saveRelayRefused(tx, request.id, refusal))
  }
  // Nobody has it: never sent, forgotten by the node, or its block went away.
  const used = await minedNonce(relayerAccount().address)
  if (used > request.nonce) return requeueRelay(request.id)
  if (request.status === 'mined') await asWorker((tx) => saveRelaysUnfollowed(tx, [request.hash]))
  const outcome = await sendRaw(request.raw)
  if (outcome === 'too-cheap') return offerAgain(request)
  if (outcome === 'nonce-used') return
  await touchRelay(request.id)
}

async function settle(request: UnderWay, blockNumber: number): Promise<void> {
  if (request.status === 'mined') return
  await asWorker((tx) => saveRelayMined(tx, request.id, { blockNumber: BigInt(blockNumber) }))
}

function isLate({ sentAt }: UnderWay): boolean {
  return Date.now() / 1000 - sentAt > PATIENCE_S
}

/** The same call under the same nonce for more: only one of the two can be mined. */
async function offerAgain(request: UnderWay): Promise<void> {
  const tried = await tryCall(relayerAccount().address, request, 'latest')
  // What cannot succeed any more is left to be mined as it is, or dropped; nothing more is paid for it.
  if (!tried.ok) return touchRelay(request.id)
  const fees = raised(dearerOf(await suggestFees(), feesOf(request.raw)))
  const { to, data, nonce } = request
  const dearer = await signTransaction({ to, data, nonce, gas: tried.value, fees })
  await replaceRelay(request.id, [request.hash, ...request.replaced], dearer)
  await sendRaw(dearer.raw)
}

/** What was offered last counts as well: after a fall of fees today's suggestion alone would be underpriced for ever. */
function dearerOf(a: Fees, b: Fees): Fees {
  const most = (x: bigint, y: bigint) => (x > y ? x : y)
  return {
    maxFeePerGas: most(a.maxFeePerGas, b.maxFeePerGas),
    maxPriorityFeePerGas: most(a.maxPriorityFeePerGas, b.maxPriorityFeePerGas),
  }
}

function raised({ maxFeePerGas, maxPriorityFeePerGas }: Fees): Fees {
  return {
    maxFeePerGas: (maxFeePerGas * RAISE_PERCENT) / 100n,
    maxPriorityFeePerGas: (maxPriorityFeePerGas * RAISE_PERCENT) / 100n,
  }
}
