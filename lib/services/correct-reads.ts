/**
 * True reads for instants that were estimated. Each waits until the chain takes it in the estimate's place: a month that is being
 * settled may move the meter on first, and then it is tried again. The bills it touches are made again by revise-bills.ts.
 */
import { deployment } from '@/lib/chain/deployment'
import { readId } from '@/lib/chain/ids'
import { correctReadCall } from '@/lib/chain/intents/revision'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import { asWorker } from '@/lib/db/client'
import { formerMeterAt } from '@/lib/db/read/exchanges'
import { meterFacts, readsUnderWay, recordedRead, type MeterFacts } from '@/lib/db/read/settlement-inputs'
import { insertRelays } from '@/lib/db/write/relay-queue'
import { saveRelayRefused } from '@/lib/db/write/relays'
import {
  closeRecordedReads,
  insertWaitingRead,
  waitingCorrections,
  waitingReads,
  type SignedRead,
  type WaitingRead,
} from '@/lib/db/write/signed-reads'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import type { Read } from '@/lib/domain/metering/read'
import { JOBS, sendJob } from './jobs'
import { isPassing } from './passing-refusals'
import { requestOnce } from './request-once'

/** Whether a read is the true one of an instant that was recorded with an estimate. */
export function corrects(read: Read, recorded: Read | null): recorded is Read {
  return recorded !== null && recorded.quality !== 'Measured' && read.quality === 'Measured'
}

/** @returns the id of the request, to follow. */
export async function takeCorrection(meter: MeterFacts, recorded: Read, signed: SignedRead): Promise<Decision<string>> {
  const tried = await tryCorrection(meter, recorded, signed)
  if (!tried.ok && !isPassing(tried.refusal)) return tried
  const same = (await waitingReads([meter.id])).find(({ read }) => isSameRead(read, signed.read))
  if (same) return ok(same.requestId)
  const digest = readId(signed.read)
  return requestOnce(digest, async (tx) => {
    const request = await insertWaitingRead(tx, relayerAccount().address, { ...signed, digest })
    await sendJob(tx, JOBS.revise)
    return request
  })
}

export function isSameRead(a: Read, b: Read): boolean {
  return a.time === b.time && a.sequence === b.sequence && a.quality === b.quality
}

/** Hands on what waits, one read of a meter at a time. @returns how many were handed to the relayer. */
export async function correctReads(): Promise<number> {
  await closeRecordedReads()
  const underWay = new Set(await readsUnderWay())
  let corrected = 0
  for (const waiting of await waitingCorrections()) {
    const { meterId } = waiting.read
    if (underWay.has(meterId)) continue
    if (await handOn(waiting)) {
      underWay.add(meterId)
      corrected++
    }
  }
  return corrected
}

/** A read that can never be taken is refused by name, so that whoever handed it in sees why. */
async function handOn(waiting: WaitingRead): Promise<boolean> {
  const { meterId, time } = waiting.read
  const [meter, recorded] = await Promise.all([meterFacts(meterId), recordedRead(meterId, time)])
  if (!meter || !recorded) return false
  const tried = await tryCorrection(meter, recorded, waiting)
  if (!tried.ok) {
    if (isPassing(tried.refusal)) return false
    await asWorker((tx) => saveRelayRefused(tx, waiting.requestId, tried.refusal))
    return false
  }
  await asWorker(async (tx) => {
    await insertRelays(tx, relayerAccount().address, [{ kind: 'read', payload: { meterId, ...tried.value } }])
    await sendJob(tx, JOBS.relay)
  })
  return true
}

async function tryCorrection(meter: MeterFacts, estimated: Read, { read: measured, signature }: SignedRead) {
  // What a former meter measured is checked by its own facts.
  const former = await formerMeterAt(measured.meterId, measured.time)
  const correction = { meter: former ?? meter, last: meter.lastRead, estimated, measured, signature }
  const call = correctReadCall(deployment().contracts, correction)
  const tried = await tryCall(relayerAccount().address, call, 'latest')
  return tried.ok ? ok(call) : refuse(tried.refusal.name, tried.refusal.facts)
}
