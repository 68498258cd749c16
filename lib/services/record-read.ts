/**
 * Takes reads that meters signed. Anyone may hand one in: the meter's signature decides. A read up to the start of supply is
 * recorded by itself; under supply a read closes a period, and waits for the settlement that bills it.
 */
import { deployment } from '@/lib/chain/deployment'
import { recordReadCall, type SettlementItem } from '@/lib/chain/intents/calls'
import { relayerAccount, tryCall, trySettlement } from '@/lib/chain/relay'
import { asWorker } from '@/lib/db/client'
import { getOffer } from '@/lib/db/read/offers'
import { agreementsDue } from '@/lib/db/read/settlement'
import { meterFacts, readsUnderWay, type MeterFacts } from '@/lib/db/read/settlement-inputs'
import { getTariff } from '@/lib/db/read/tariffs'
import { insertRelays } from '@/lib/db/write/relay-queue'
import { insertWaitingRead, waitingReads, type SignedRead } from '@/lib/db/write/signed-reads'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { headOf } from '@/lib/chain/logs'
import { JOBS, sendJob } from './jobs'

/** @returns the id of the request, to follow. */
export async function recordRead(signed: SignedRead): Promise<Decision<string>> {
  const { read } = signed
  const meter = await meterFacts(read.meterId)
  if (!meter) return refuse('MeterUnknown', { meterId: read.meterId })
  if (meter.supply && read.time > meter.supply.settledUntil) return closePeriod(meter, signed)
  return recordOutsideSupply(meter, signed)
}

async function recordOutsideSupply(meter: MeterFacts, { read, signature }: SignedRead): Promise<Decision<string>> {
  // The next read builds on the one under way: nothing can be said about it yet, and no gas is spent on copies of one.
  if ((await readsUnderWay()).has(meter.id)) return refuse('TooManyRequests')
  const call = recordReadCall(deployment().contracts, { meter, last: meter.lastRead, next: read, signature })
  const relayer = relayerAccount().address
  const tried = await tryCall(relayer, call, 'latest')
  if (!tried.ok) return tried
  const id = await asWorker(async (tx) => {
    const [request] = await insertRelays(tx, relayer, [{ kind: 'read', payload: { meterId: meter.id, ...call } }])
    await sendJob(tx, JOBS.relay)
    return request
  })
  return id ? ok(id) : refuse('RequestMalformed')
}

async function closePeriod(meter: MeterFacts, signed: SignedRead): Promise<Decision<string>> {
  const item = await itemFor(meter, signed)
  if (!item.ok) return item
  const tried = await trySettlement(item.value)
  if (!tried.ok) return tried
  const [same] = (await waitingReads([meter.id])).filter(({ read }) => read.time === signed.read.time)
  if (same) return ok(same.requestId)
  const id = await asWorker(async (tx) => {
    const request = await insertWaitingRead(tx, relayerAccount().address, signed)
    await sendJob(tx, JOBS.settle)
    return request
  })
  return ok(id)
}

/** The customer-month that this read closes. */
async function itemFor(
  meter: MeterFacts,
  { read, signature }: SignedRead,
): Promise<Decision<Parameters<typeof trySettlement>[0]>> {
  const { timestamp } = await headOf()
  if (read.time > timestamp) return refuse('ReadFromFuture', { time: BigInt(read.time), now_: BigInt(timestamp) })
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
