/** Bills every agreement whose period is over and whose closing read is there: one batch for each offer and tariff table. */
import { deployment } from '@/lib/chain/deployment'
import { settleCall, type SettlementItem } from '@/lib/chain/intents/calls'
import { relayerAccount, trySettlement } from '@/lib/chain/relay'
import { asWorker } from '@/lib/db/client'
import { getOffer } from '@/lib/db/read/offers'
import { agreementsDue, type DueAgreement } from '@/lib/db/read/settlement'
import { settlementKey, settlementsTried } from '@/lib/db/read/settlement-inputs'
import { getTariff } from '@/lib/db/read/tariffs'
import { insertRelays } from '@/lib/db/write/relay-queue'
import { closeRecordedReads, waitingReads, type SignedRead } from '@/lib/db/write/signed-reads'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Hex } from '@/lib/domain/units/hex'
import { JOBS, sendJob } from './jobs'

/** Customer-months in one transaction: far below the gas of a block. */
const BATCH = 100

/** Where closing reads come from, by meter. The demo adds its simulated meters to what was handed in. */
export type ClosingReads = (due: readonly DueAgreement[]) => Promise<ReadonlyMap<Hex, SignedRead>>

interface Batch {
  offer: Offer
  table: TariffTable
  items: { key: string; item: SettlementItem }[]
}

/** @param now the chain's clock. @returns how many customer-months were handed to the relayer. */
export async function settlePeriod(now: number, closingReads: ClosingReads = handedIn): Promise<number> {
  await closeRecordedReads()
  const { underWay, skipped } = await settlementsTried()
  const due = (await agreementsDue(now))
    // An opening read of another time is still to come.
    .filter(({ lastRead, start }) => lastRead.time === start)
    .filter(({ agreementId, start }) => !underWay.has(settlementKey(agreementId, start)))
  if (due.length === 0) return 0
  const batches = await batchesOf(due, await closingReads(due))
  let settled = 0
  for (const batch of batches) {
    const items = await worthTrying(batch, skipped)
    for (let first = 0; first < items.length; first += BATCH) {
      settled += await queueBatch({ ...batch, items: items.slice(first, first + BATCH) })
    }
  }
  return settled
}

/** Reads that meters or their operators handed in. */
export async function handedIn(due: readonly DueAgreement[]): Promise<ReadonlyMap<Hex, SignedRead>> {
  const ends = new Map(due.map(({ terms, end }) => [terms.meterId, end]))
  const waiting = await waitingReads([...ends.keys()])
  const closing = waiting.filter(({ read }) => ends.get(read.meterId) === read.time)
  return new Map(closing.map((signed) => [signed.read.meterId, signed]))
}

async function batchesOf(due: readonly DueAgreement[], reads: ReadonlyMap<Hex, SignedRead>): Promise<Batch[]> {
  const batches = new Map<string, Batch | null>()
  for (const one of due) {
    const { agreementId, terms, start, lastRead } = one
    const closing = reads.get(terms.meterId)
    if (!closing) continue
    const group = `${terms.offerId} ${start}`
    if (!batches.has(group)) batches.set(group, await emptyBatch(terms.offerId, start))
    const item = { ...one, opening: lastRead, closing: closing.read, signature: closing.signature }
    batches.get(group)?.items.push({ key: settlementKey(agreementId, start), item })
  }
  return [...batches.values()].filter((batch) => batch !== null)
}

/** Null while the exchange has not published the table. */
async function emptyBatch(offerId: Hex, start: number): Promise<Batch | null> {
  const offer = (await getOffer(offerId))?.offer
  if (!offer) return null
  const table = await getTariff({ region: offer.region, voltageClass: offer.voltageClass, at: start })
  return table && { offer, table, items: [] }
}

/** What was skipped before is tried again only when it would succeed: nobody pays for the same refusal twice. */
async function worthTrying({ offer, table, items }: Batch, skipped: ReadonlySet<string>): Promise<Batch['items']> {
  const worth: Batch['items'] = []
  for (const one of items) {
    if (!skipped.has(one.key) || (await trySettlement({ table, offer, item: one.item })).ok) worth.push(one)
  }
  return worth
}

async function queueBatch({ table, offer, items }: Batch): Promise<number> {
  if (items.length === 0) return 0
  const call = settleCall(deployment().contracts, { table, offer, items: items.map(({ item }) => item) })
  const payload = { ...call, settles: items.map(({ key }) => key) }
  await asWorker(async (tx) => {
    await insertRelays(tx, relayerAccount().address, [{ kind: 'settle', payload }])
    await sendJob(tx, JOBS.relay)
  })
  return items.length
}
