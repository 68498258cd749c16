/** Bills that rest on reads which are known better now, for the worker. */
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Meter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import { NOT_ATTESTED } from '@/lib/domain/offers/determinants'
import type { BillReads } from '@/lib/domain/settlement/revision'
import type { Hex } from '@/lib/domain/units/hex'
import { signedNano, watt, type SignedNano } from '@/lib/domain/units/units'
import { asWorker, type Tx } from '../client'
import { wholeOf } from '../stored/amounts'
import { billReadsFromJson } from '../stored/bill-reads'
import { readFromJson } from '../stored/read'
import { termsFromRow } from '../stored/terms'
import { formerMeterIn, openingReadIn, recordedReadIn } from './exchanges'
import type { RelayKind } from './relays'

/** What Revisions.revise takes, but for the run that is to be replaced: the chain alone knows which that is. */
export interface DueRevision {
  billId: string
  agreementId: Hex
  start: number
  /** Consumer, retailer and grid company. */
  parties: string[]
  terms: Terms
  index: number
  exit: boolean
  indexCost: SignedNano
  meter: Pick<Meter, 'signer' | 'digits' | 'multiplier' | 'capacity'>
  lastRead: Read
  /** The reads of the first run, and as they are known now. */
  first: BillReads
  known: BillReads
}

/** Reads that a bill was first made from, if one of them was not measured. */
export async function firstReadsOf(tx: Tx, billId: string): Promise<BillReads | null> {
  const bill = await tx.bill.findUnique({ where: { id: billId }, select: { basis: true } })
  return bill?.basis ? billReadsFromJson(bill.basis) : null
}

/** The bill whose revision in this transaction came last before an event: its money moves right after it. */
export async function revisedBill(
  tx: Tx,
  { txHash, logIndex }: { txHash: string; logIndex: number },
): Promise<string | undefined> {
  const where = { txHash, logIndex: { lt: logIndex } }
  const revision = await tx.billRevision.findFirst({ where, orderBy: { logIndex: 'desc' }, select: { billId: true } })
  return revision?.billId
}

interface Found {
  id: string
  index: number
  exit: boolean
}

/**
 * Bills whose newest run rests on a read that a measured one has replaced since, the oldest first. What was carried from one meter
 * into the next is never replaced.
 * @param rested What was refused at or after this instant rests for a while.
 */
export async function revisionsDue({ limit, rested }: { limit: number; rested: number }): Promise<DueRevision[]> {
  return asWorker(async (tx) => {
    const found = await tx.$queryRaw<Found[]>`
      SELECT b.id,
        (SELECT count(*) FROM bill before WHERE before.agreement_id = b.agreement_id AND before.start < b.start)::int AS index,
        EXISTS (SELECT FROM bill_line l WHERE l.bill_id = b.id AND l.kind = 'ExitFee') AS exit
      FROM bill b
      JOIN meter_read o ON o.meter_id = b.meter_id AND o.time = b.start
      JOIN meter_read c ON c.meter_id = b.meter_id AND c.time = b."end"
      LEFT JOIN LATERAL (
        SELECT r.basis FROM bill_revision r WHERE r.bill_id = b.id AND r.basis IS NOT NULL ORDER BY r.block_number DESC, r.log_index DESC LIMIT 1
      ) r ON true
      WHERE b.basis IS NOT NULL AND (o.quality <> coalesce(r.basis, b.basis)->'opening'->>'quality'
          AND NOT EXISTS (SELECT FROM meter_exchange x WHERE x.meter_id = b.meter_id AND x.until = b.start)
        OR c.quality <> coalesce(r.basis, b.basis)->'closing'->>'quality')
        AND NOT EXISTS (SELECT FROM refused_run f WHERE f.kind = 'revision' AND f.subject = b.id AND f.at >= ${BigInt(rested)})
      ORDER BY b.start, b.id LIMIT ${limit}`
    const due: DueRevision[] = []
    for (const one of found) due.push(await dueIn(tx, one))
    return due
  })
}

async function dueIn(tx: Tx, { id, index, exit }: Found): Promise<DueRevision> {
  const bill = await tx.bill.findUniqueOrThrow({ where: { id } })
  if (!bill.basis) throw new Error(`bill ${id} rests on measured reads`)
  const { agreementId, meterId, consumer, retailer, grid, start, end } = bill
  const agreement = await tx.agreement.findUniqueOrThrow({ where: { id: agreementId } })
  const { capacityW, lastRead, ...present } = await tx.meter.findUniqueOrThrow({ where: { id: meterId } })
  const meter = { ...present, signer: present.signer as Hex, capacity: watt(wholeOf(capacityW)) }
  const opening = await openingReadIn(tx, meterId, Number(start))
  const closing = await recordedReadIn(tx, meterId, Number(end))
  if (!opening || !closing) throw new Error(`the reads of bill ${id} are not recorded`)
  return {
    billId: id,
    agreementId: agreementId as Hex,
    start: Number(start),
    parties: [consumer, retailer, grid],
    terms: termsFromRow(agreement),
    index,
    exit,
    indexCost: bill.indexCost === null ? NOT_ATTESTED : signedNano(wholeOf(bill.indexCost)),
    // What a former meter measured is billed by its own facts.
    meter: (await formerMeterIn(tx, meterId, Number(end))) ?? meter,
    lastRead: readFromJson(lastRead),
    first: billReadsFromJson(bill.basis),
    known: { opening, closing },
  }
}

/** Subjects of runs that a transaction not yet followed is about to make. */
export async function runsUnderWay(kind: RelayKind): Promise<ReadonlySet<string>> {
  const rows = await asWorker(
    (tx) => tx.$queryRaw<{ subject: string }[]>`
      SELECT payload->>'subject' AS subject FROM relay_request
      WHERE kind = ${kind} AND status IN ('queued', 'sent', 'mined')`,
  )
  return new Set(rows.map(({ subject }) => subject))
}
