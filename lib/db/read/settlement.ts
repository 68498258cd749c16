/** What settlement runs need, and what they could not settle. */
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Meter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { watt } from '@/lib/domain/units/units'
import { asViewer, asWorker, type Decimal, type StoredJson, type Tx, type Viewer } from '../client'
import { wholeOf } from '../stored/amounts'
import { readFromJson } from '../stored/read'
import { termsFromRow } from '../stored/terms'

export interface SkipRow {
  agreementId: string
  start: number
  consumer: string
  retailer: string
  reasonName: string
  /** bigint facts are decimal strings. */
  reasonFacts: Record<string, string>
  at: number
  txHash: string
}

/** Settlements of the viewer's agreements that were refused and have not been made up for since, newest first. */
export async function skippedOf(viewer: Viewer): Promise<SkipRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.settlementSkip.findMany({
      orderBy: [{ at: 'desc' }, { logIndex: 'desc' }],
      omit: { logIndex: true },
    })
    const settled = await settledUntil(
      tx,
      rows.map(({ agreementId }) => agreementId),
    )
    const open = rows.filter(({ agreementId, start }) => (settled.get(agreementId) ?? 0n) <= start)
    return open.map((row) => ({
      ...row,
      start: Number(row.start),
      reasonFacts: row.reasonFacts as Record<string, string>,
      at: Number(row.at),
    }))
  })
}

async function settledUntil(tx: Tx, ids: string[]): Promise<ReadonlyMap<string, bigint>> {
  const where = { id: { in: [...new Set(ids)] } }
  const rows = await tx.agreement.findMany({ where, select: { id: true, settledUntil: true } })
  return new Map(rows.map((row) => [row.id, row.settledUntil]))
}

/** An agreement whose next period is over: what Settlement.settle takes, less the closing read. */
export interface DueAgreement {
  agreementId: Hex
  terms: Terms
  retailer: string
  start: number
  /** Of the settlement period, or where the term is cut before. */
  end: number
  /** The number of the period, counted from zero at the start of the agreement. */
  index: number
  /** Whether this is the last bill of a term that was cut, and the exit fee is due with it. */
  exit: boolean
  /** Whether the agreement is marked: something of it was traded, or is due to it. */
  surplus: boolean
  meter: Pick<Meter, 'signer' | 'digits' | 'multiplier' | 'capacity'>
  /** The meter's last read: the opening one if its time is `start`. */
  lastRead: Read
}

/** All agreements that could be settled at an instant, by offer, so that one batch is one run; or one, if it could. For the worker. */
export async function agreementsDue(now: number, agreementId: string | null = null): Promise<DueAgreement[]> {
  const rows = await asWorker(
    (tx) => tx.$queryRaw<DueColumns[]>`
      SELECT * FROM (
        SELECT a.*, least(p."end", a.ends_at) AS bill_end, m.last_read, m.signer, m.digits, m.multiplier, m.capacity_w
        FROM agreement a
        JOIN market_period p ON p.start <= a.settled_until AND a.settled_until < p."end"
        JOIN meter m ON m.id = a.meter_id
        WHERE a.ended_at IS NULL AND (${agreementId}::text IS NULL OR a.id = ${agreementId})
      ) due
      WHERE bill_end <= ${BigInt(now)}
      ORDER BY settled_until, offer_id, id`,
  )
  return rows.map((row) => ({
    agreementId: row.id as Hex,
    terms: termsFromRow({ ...row, offerId: row.offer_id, meterId: row.meter_id, contractedWh: row.contracted_wh }),
    retailer: row.retailer,
    start: Number(row.settled_until),
    end: Number(row.bill_end),
    index: row.periods,
    exit: row.bill_end === row.ends_at && wholeOf(row.exit_fee) > 0n,
    surplus: row.surplus,
    meter: {
      signer: row.signer as Hex,
      digits: row.digits,
      multiplier: row.multiplier,
      capacity: watt(wholeOf(row.capacity_w)),
    },
    lastRead: readFromJson(row.last_read),
  }))
}

interface DueColumns {
  id: string
  consumer: string
  retailer: string
  offer_id: string
  meter_id: string
  start: bigint
  contracted_wh: Decimal[]
  nonce: Decimal
  expiry: bigint
  replaces: string
  surplus: boolean
  settled_until: bigint
  periods: number
  ends_at: bigint | null
  exit_fee: Decimal
  bill_end: bigint
  signer: string
  digits: number
  multiplier: number
  capacity_w: Decimal
  last_read: StoredJson
}
