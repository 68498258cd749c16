/**
 * Makes bills again whose estimated reads have been replaced by true ones. Which bills those are is in the rows; what each rests on
 * is asked of the chain, because anybody may revise a bill, with one true read or with both. So it may run twice, or in any order.
 */
import { deployment } from '@/lib/chain/deployment'
import { openBillHash } from '@/lib/chain/ids'
import type { Call } from '@/lib/chain/intents/calls'
import { reviseCall, type OpenBill } from '@/lib/chain/intents/revision'
import { openBillOf, yearClosedAt } from '@/lib/chain/read'
import { getOffer } from '@/lib/db/read/offers'
import { revisionsDue, runsUnderWay, type DueRevision } from '@/lib/db/read/revisions'
import { getTariff, type TariffKey } from '@/lib/db/read/tariffs'
import { MONTHS } from '@/lib/domain/agreements/terms'
import { refuse, type Decision } from '@/lib/domain/decision'
import { pairsOf } from '@/lib/domain/settlement/revision'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { noteRefused, REST_S, tryRun } from './queue-run'

/** Bills in one go: the next go takes the next. */
const MOST = 100

/** @param now UTC seconds. @returns how many bills were handed to the relayer. */
export async function reviseBills(now: number): Promise<number> {
  const underWay = await runsUnderWay('revise')
  const due = await revisionsDue({ limit: MOST, rested: now - REST_S })
  let revised = 0
  for (const one of due) {
    if (underWay.has(one.billId)) continue
    const old = await oldRunOf(one)
    if (old && (await reviseOne(one, old, now))) revised++
  }
  return revised
}

/** The run that the chain has noted; null if it keeps the bill as it is. */
async function oldRunOf({ agreementId, index, first, known, exit, indexCost }: DueRevision): Promise<OpenBill | null> {
  const hash = await openBillOf(agreementId, index)
  const runs = pairsOf(first, known).map((reads) => ({ ...reads, exit, indexCost }))
  return runs.find((run) => openBillHash(run) === hash) ?? null
}

async function reviseOne(one: DueRevision, old: OpenBill, now: number): Promise<boolean> {
  const { billId: subject, start, parties } = one
  const about = { kind: 'revision', subject, start, parties, at: now } as const
  const call = await callFor(one, old)
  if (call.ok) return tryRun('revise', [call.value], about)
  await noteRefused(about, call.refusal)
  return false
}

/** The run from the reads as they are known now. */
async function callFor(one: DueRevision, old: OpenBill): Promise<Decision<Call>> {
  const { terms, index, meter, lastRead: last, known: next, start } = one
  const offer = (await getOffer(terms.offerId))?.offer
  if (!offer) return refuse('OfferUnknown', { offerId: terms.offerId })
  const { region, voltageClass } = offer
  const table = await getTariff({ region, voltageClass, at: start })
  if (!table) {
    const facts = { region: BigInt(region), voltageClass: BigInt(voltageClass), start: BigInt(start) }
    return refuse('TariffUnknown', facts)
  }
  const yearTable = await yearTableOf(one, { region, voltageClass })
  const item = { terms, index, meter, last, old, next, yearTable }
  return { ok: true, value: reviseCall(deployment().contracts, { table, offer, item }) }
}

/** Where the band holds for the contract year and that has closed, its true-up is made again at the prices of its last bill. */
async function yearTableOf(
  { agreementId, index }: DueRevision,
  area: Omit<TariffKey, 'at'>,
): Promise<TariffTable | null> {
  const closedAt = await yearClosedAt(agreementId, Math.floor(index / MONTHS))
  // The end is the first instant that is not billed any more.
  return closedAt === null ? null : getTariff({ ...area, at: closedAt - 1 })
}
