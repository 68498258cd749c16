/** The viewer's money in the escrow. */
import { micro, type Micro } from '@/lib/domain/units/units'
import { asViewer, type Viewer } from '../client'
import { microOf, wholeOf } from '../stored/amounts'
import { namesOf } from './names'
import type { MovementKind } from '../write/escrow'

export interface AccountRow {
  free: Micro
  locked: Micro
}

export interface MovementRow {
  kind: MovementKind
  /** Signed effect on the free balance. */
  amount: bigint
  /** Signed effect on what is locked. */
  locked: bigint
  billId: string | null
  at: number
  txHash: string
  logIndex: number
}

/** An account that never had money has none. */
export async function accountOf(viewer: Viewer): Promise<AccountRow> {
  const where = { address: viewer.address.toLowerCase() }
  const row = await asViewer(viewer, (tx) => tx.escrowAccount.findUnique({ where }))
  return row ? { free: microOf(row.free), locked: microOf(row.locked) } : { free: micro(0n), locked: micro(0n) }
}

export interface DebtRow {
  /** Where it was made: the settlement of a bill or a purchase that found too little money. */
  txHash: string
  creditor: string
  creditorName: string | null
  /** The agreement or the purchase it is owed for. */
  cause: string
  open: Micro
}

/** What the viewer still owes, the oldest first: money that comes pays it in this order. */
export async function owedBy(viewer: Viewer): Promise<DebtRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.debt.findMany({
      where: { debtor: viewer.address.toLowerCase() },
      orderBy: [{ blockNumber: 'asc' }, { logIndex: 'asc' }],
    })
    const names = await namesOf(
      tx,
      rows.map(({ creditor }) => creditor),
    )
    const all = rows.map(({ txHash, creditor, cause, amount, paid }) => ({
      txHash,
      creditor,
      creditorName: names.get(creditor) ?? null,
      cause,
      open: micro(wholeOf(amount) - wholeOf(paid)),
    }))
    return all.filter(({ open }) => open > 0n)
  })
}

export interface BalanceAround {
  /** Of the free balance; it may be short of a bill that the deposit paid in part. */
  before: bigint
  after: bigint
}

/**
 * The viewer's free balance before a bill was settled and after: the bill itself, and what the same transaction gave back or took
 * besides, but for other bills. Null where the viewer paid no such bill.
 */
export async function balanceAround(viewer: Viewer, billId: string): Promise<BalanceAround | null> {
  const address = viewer.address.toLowerCase()
  return asViewer(viewer, async (tx) => {
    const bill = await tx.escrowMovement.findFirst({ where: { address, billId, kind: 'bill' } })
    if (!bill) return null
    const { txHash, blockNumber, logIndex } = bill
    const earlier = { OR: [{ blockNumber: { lt: blockNumber } }, { blockNumber, logIndex: { lt: logIndex } }] }
    const sum = async (where: object) => {
      const { _sum } = await tx.escrowMovement.aggregate({ where: { address, ...where }, _sum: { amount: true } })
      return _sum.amount ? wholeOf(_sum.amount) : 0n
    }
    const before = await sum(earlier)
    const besides = await sum({ txHash, logIndex: { gte: logIndex }, OR: [{ billId }, { billId: null }] })
    return { before, after: before + besides }
  })
}

/** Newest first. */
export async function movementsOf(viewer: Viewer, limit = 100): Promise<MovementRow[]> {
  const rows = await asViewer(viewer, (tx) =>
    tx.escrowMovement.findMany({
      where: { address: viewer.address.toLowerCase() },
      orderBy: [{ blockNumber: 'desc' }, { logIndex: 'desc' }, { part: 'desc' }],
      take: limit,
    }),
  )
  return rows.map(({ kind, amount, locked, billId, at, txHash, logIndex }) => ({
    kind: kind as MovementKind,
    amount: wholeOf(amount),
    locked: wholeOf(locked),
    billId,
    at: Number(at),
    txHash,
    logIndex,
  }))
}
