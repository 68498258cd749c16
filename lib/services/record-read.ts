/**
 * Takes reads that meters signed. Anyone may hand one in: the meter's signature decides. A read up to the start of supply is
 * recorded by itself; under supply, or in a purchase, a read closes a period and waits for the settlement that bills it. A measured
 * read for an instant that was recorded with an estimate takes its place.
 */
import { deployment } from '@/lib/chain/deployment'
import { readId } from '@/lib/chain/ids'
import { recordReadCall, registryRecordCall, type Call, type SettlementItem } from '@/lib/chain/intents/calls'
import { recordPurchaseReadCall } from '@/lib/chain/intents/purchase'
import { headOf } from '@/lib/chain/logs'
import { relayerAccount, tryCall, trySettlement } from '@/lib/chain/relay'
import { getOffer } from '@/lib/db/read/offers'
import { purchasesDue } from '@/lib/db/read/purchases'
import { agreementsDue } from '@/lib/db/read/settlement'
import {
  meterFacts,
  readsUnderWay,
  recordedRead,
  type MeterFacts,
  type RecordedRead,
} from '@/lib/db/read/settlement-inputs'
import { getTariff } from '@/lib/db/read/tariffs'
import { insertRelays } from '@/lib/db/write/relay-queue'
import { insertWaitingRead, requestOfRead, waitingReads, type SignedRead } from '@/lib/db/write/signed-reads'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { corrects, isSameRead, takeCorrection } from './correct-reads'
import { JOBS, sendJob } from './jobs'
import { requestOnce } from './request-once'

/** The chain's clock is that of its last block: a read of this very second is taken once the next block is there. */
const NEXT_BLOCK_MS = 5_000
const POLL_MS = 250

/**
 * The same read handed in again is the same request: it has no second effect, however often it comes.
 * @returns the id of the request, to follow.
 */
export async function recordRead(signed: SignedRead): Promise<Decision<string>> {
  const before = await requestOfRead(readId(signed.read))
  if (before) return ok(before)
  const taken = await takeRead(signed)
  if (taken.ok || taken.refusal.name !== 'ReadFromFuture') return taken
  return (await chainReaches(signed.read.time)) ? takeRead(signed) : taken
}

/** Waits a little for the block that makes an instant past. What is further ahead is not waited for. */
async function chainReaches(time: number): Promise<boolean> {
  const started = Date.now()
  for (;;) {
    const { timestamp } = await headOf()
    if (timestamp >= time) return true
    const waited = Date.now() - started
    if (waited >= NEXT_BLOCK_MS || (time - timestamp) * 1_000 > NEXT_BLOCK_MS) return false
    await new Promise((next) => setTimeout(next, POLL_MS))
  }
}

async function takeRead(signed: SignedRead): Promise<Decision<string>> {
  const { read } = signed
  const meter = await meterFacts(read.meterId)
  if (!meter) return refuse('MeterUnknown', { meterId: read.meterId })
  const recorded = await recordedRead(meter.id, read.time)
  if (recorded && readId(recorded) === readId(read)) return alreadyRecorded(recorded)
  if (corrects(read, recorded)) return takeCorrection(meter, recorded, signed)
  if (meter.revoked) return refuse('MeterKeyRevoked', { meterId: meter.id })
  if (meter.purchase && read.time > meter.purchase.settledUntil) return closePurchaseMonth(meter, signed)
  if (meter.supply && read.time > meter.supply.settledUntil) return closePeriod(meter, signed)
  return recordAtOnce(meter, signed)
}

async function recordAtOnce(meter: MeterFacts, { read, signature }: SignedRead): Promise<Decision<string>> {
  // The next read builds on the one under way: nothing can be said about it yet, and no gas is spent on copies of one.
  if ((await readsUnderWay()).has(meter.id)) return refuse('TooManyRequests')
  const call = recordCall(meter, { read, signature })
  const relayer = relayerAccount().address
  const tried = await tryCall(relayer, call, 'latest')
  if (!tried.ok) return tried
  const digest = readId(read)
  return requestOnce(digest, async (tx) => {
    const payload = { meterId: meter.id, digest, ...call }
    const [request] = await insertRelays(tx, relayer, [{ kind: 'read', payload }])
    await sendJob(tx, JOBS.relay)
    return request
  })
}

function recordCall(meter: MeterFacts, { read, signature }: SignedRead): Call {
  const { contracts } = deployment()
  const last = meter.lastRead
  if (meter.purchase) return recordPurchaseReadCall(contracts, { meter, opening: last, closing: read, signature })
  return recordReadCall(contracts, { meter, last, next: read, signature })
}

async function closePeriod(meter: MeterFacts, signed: SignedRead): Promise<Decision<string>> {
  const item = await itemFor(meter, signed)
  if (!item.ok) return item
  const tried = await trySettlement(item.value)
  return tried.ok ? keepWaiting(meter, signed) : tried
}

/** Whether the month can be settled shows when the other meter's read is there, too. */
async function closePurchaseMonth(meter: MeterFacts, signed: SignedRead): Promise<Decision<string>> {
  const { read, signature } = signed
  const { timestamp } = await headOf()
  if (read.time > timestamp) return fromFuture(read.time, timestamp)
  const [due] = await purchasesDue(timestamp, meter.purchase?.id)
  if (!due) return refuse('ReadPeriodOpen', { time: BigInt(read.time) })
  if (read.time !== due.end) return refuse('ReadNotInPeriod', { expected: BigInt(due.end), given: BigInt(read.time) })
  const { contracts } = deployment()
  const call = registryRecordCall(contracts, { meter, last: meter.lastRead, next: read, signature })
  const tried = await tryCall(contracts.PurchaseBook, call, 'latest')
  return tried.ok ? keepWaiting(meter, signed) : tried
}

/** Until a settlement takes it; handed in twice, it waits once. */
async function keepWaiting(meter: MeterFacts, signed: SignedRead): Promise<Decision<string>> {
  const same = (await waitingReads([meter.id])).find(({ read }) => isSameRead(read, signed.read))
  if (same) return ok(same.requestId)
  const digest = readId(signed.read)
  return requestOnce(digest, async (tx) => {
    const request = await insertWaitingRead(tx, relayerAccount().address, { ...signed, digest })
    await sendJob(tx, JOBS.settle)
    return request
  })
}

const alreadyRecorded = ({ meterId, time, txHash }: RecordedRead) =>
  refuse('ReadAlreadyRecorded', { meterId, time: BigInt(time), txHash })

const fromFuture = (time: number, now: number) => refuse('ReadFromFuture', { time: BigInt(time), now_: BigInt(now) })

/** The customer-month that this read closes. */
async function itemFor(
  meter: MeterFacts,
  { read, signature }: SignedRead,
): Promise<Decision<Parameters<typeof trySettlement>[0]>> {
  const { timestamp } = await headOf()
  if (read.time > timestamp) return fromFuture(read.time, timestamp)
  const [due] = await agreementsDue(timestamp, meter.supply?.agreementId)
  if (!due) return refuse('ReadPeriodOpen', { time: BigInt(read.time) })
  const offer = (await getOffer(due.terms.offerId))?.offer
  if (!offer) return refuse('OfferUnknown', { offerId: due.terms.offerId })
  const { region, voltageClass } = offer
  const table = await getTariff({ region, voltageClass, at: due.start })
  if (!table) {
    const facts = { region: BigInt(region), voltageClass: BigInt(voltageClass), start: BigInt(due.start) }
    return refuse('TariffUnknown', facts)
  }
  const item: SettlementItem = { ...due, opening: due.lastRead, closing: read, signature }
  return ok({ table, offer, item })
}
