/** The viewer's own standing instructions, what was done by them, and for the worker: what they say is due. */
import {
  type GivenInstruction,
  type InstructedUse,
  type InstructionStep,
  type Leftover,
} from '@/lib/domain/surplus/standing-instruction'
import { tick } from '@/lib/domain/surplus/tick'
import type { Address } from '@/lib/domain/units/hex'
import { bps, microPerKwh, type Wh } from '@/lib/domain/units/units'
import { asWorker, type Decimal, type Tx } from '../client'
import { whOf, wholeOf } from '../stored/amounts'

/** The viewer's own for a region; one that has run out is there too, until it is revoked or replaced. */
export async function standingInstruction(tx: Tx, region: number): Promise<GivenInstruction | null> {
  const row = await tx.standingInstruction.findFirst({ where: { region: BigInt(region) } })
  return row && instructionFrom(row)
}

interface InstructionRow {
  account: string
  region: bigint
  first: string
  reserve: number
  storageId: bigint
  efficiency: number
  rest: string
  feedIn: Decimal
  from: bigint
  until: bigint
  nonce: Decimal
  givenAt: bigint
  txHash: string
}

function instructionFrom(row: InstructionRow): GivenInstruction {
  return {
    account: row.account as Address,
    region: Number(row.region),
    first: row.first as InstructedUse,
    reserve: tick(BigInt(row.reserve)),
    storageId: Number(row.storageId),
    efficiency: bps(BigInt(row.efficiency)),
    rest: row.rest as Leftover,
    feedIn: microPerKwh(wholeOf(row.feedIn)),
    from: Number(row.from),
    until: Number(row.until),
    nonce: wholeOf(row.nonce),
    givenAt: Number(row.givenAt),
    txHash: row.txHash,
  }
}

/** What was done by the viewer's own, newest first. */
export async function instructionSteps(tx: Tx, most: number): Promise<InstructionStep[]> {
  const orderBy = [{ at: 'desc' } as const, { txHash: 'asc' } as const, { logIndex: 'desc' } as const]
  const rows = await tx.instructionStep.findMany({ orderBy, take: most })
  return rows.map(({ account, region, start, use, energyWh, at, txHash }) => ({
    account: account as Address,
    region: Number(region),
    start: Number(start),
    use: use as InstructedUse,
    energy: whOf(energyWh),
    at: Number(at),
    txHash,
  }))
}

/** Exported energy that is still held, and what its owner's instruction says of it. */
export interface DueInstruction {
  account: Address
  region: number
  start: number
  first: InstructedUse
  rest: Leftover
  energy: Wh
  /** The instruction has offered energy of this period for sale before. */
  listed: boolean
  /** The session of this period that closes first of those that are not locked. */
  sessionId: bigint | null
  /** What its storage still takes. */
  storageLeft: Wh
  /** The published feed-in price, if it is at least what the instruction asks for. */
  returnable: boolean
}

interface DueColumns extends Omit<DueInstruction, 'region' | 'start' | 'energy' | 'storageLeft'> {
  region: bigint
  start: bigint
  energy: Decimal
  storageLeft: Decimal
}

/**
 * Everything that instructions are about and that somebody still holds, the oldest periods first.
 * @param now the chain's clock.
 * @param rested What was refused at or after this instant rests for a while.
 */
export async function instructionsDue(due: { now: number; rested: number; limit: number }): Promise<DueInstruction[]> {
  const [now, rested] = [BigInt(due.now), BigInt(due.rested)]
  const rows = await asWorker(
    (tx) => tx.$queryRaw<DueColumns[]>`
      SELECT i.account, i.region, c.start, i.first, i.rest, h.energy_wh AS energy,
        EXISTS (SELECT FROM instruction_step s WHERE s.account = i.account AND s.region = i.region
          AND s.start = c.start AND s.use = 'Sell') AS listed,
        (SELECT s.id FROM surplus_session s WHERE s.region = i.region AND s.start = c.start
          AND s.kind = 'Exported' AND s.status = 'Open' AND s.lock_at > ${now}
          ORDER BY s.close_at, s.id LIMIT 1) AS "sessionId",
        coalesce((SELECT o.left_wh FROM storage_offer o WHERE o.id = i.storage_id), 0) AS "storageLeft",
        EXISTS (SELECT FROM feed_in_price f WHERE f.region = i.region AND f.start = c.start
          AND f.price >= i.feed_in) AS returnable
      FROM standing_instruction i
      JOIN credit c ON c.kind = 'Exported' AND c.region = i.region AND c.start >= i."from"
      JOIN credit_holding h ON h.account = i.account AND h.credit_id = c.id AND h.energy_wh > 0
      WHERE i.until >= ${now} AND NOT EXISTS (SELECT FROM refused_run r WHERE r.kind = 'instruction'
        AND r.subject = i.account || ' ' || i.region || ' ' || c.start AND r.at >= ${rested})
      ORDER BY c.start, i.account LIMIT ${due.limit}`,
  )
  return rows.map(({ region, start, energy, storageLeft, ...row }) => ({
    ...row,
    region: Number(region),
    start: Number(start),
    energy: whOf(energy),
    storageLeft: whOf(storageLeft),
  }))
}
