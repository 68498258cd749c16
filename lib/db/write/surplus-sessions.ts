/** Sessions, and the lots and bids in them. */
import type { Clearing } from '@/lib/domain/surplus/clear'
import type { OrderSide, PlacedOrder, SessionStatus, SurplusSession } from '@/lib/domain/surplus/session'
import type { Micro, Wh } from '@/lib/domain/units/units'
import { JSON_NULL, type Tx } from '../client'
import { decimal } from '../stored/amounts'
import { toJson } from '../stored/json'
import { deleteRefusedRun } from './refused-runs'

type OpenedSession = Pick<SurplusSession, 'id' | 'region' | 'start' | 'end' | 'kind' | 'lockAt' | 'closeAt'>

export async function saveSession(
  tx: Tx,
  session: OpenedSession,
  { txHash, at }: { txHash: string; at: bigint },
): Promise<void> {
  const { id, region, start, end, kind, lockAt, closeAt } = session
  const times = { start: BigInt(start), end: BigInt(end), lockAt: BigInt(lockAt), closeAt: BigInt(closeAt) }
  const row = { id, region: BigInt(region), kind, ...times, changedAt: at, txHash }
  await tx.surplusSession.createMany({ data: [row], skipDuplicates: true })
}

export interface EndedSession {
  id: bigint
  status: Exclude<SessionStatus, 'Open'>
  /** Null where nothing was traded. */
  clearing: Clearing | null
  at: bigint
  txHash: string
}

export async function saveSessionEnded(tx: Tx, { id, status, clearing, at, txHash }: EndedSession): Promise<void> {
  const volumeWh = clearing && decimal(clearing.volume)
  const data = { status, clearing: clearing ? toJson(clearing) : JSON_NULL, volumeWh, changedAt: at, txHash }
  await tx.surplusSession.updateMany({ where: { id }, data })
  await deleteRefusedRun(tx, { kind: 'session', subject: String(id) })
}

export type NewOrder = Omit<PlacedOrder, 'status' | 'traded' | 'amount'>

export async function saveOrder(tx: Tx, order: NewOrder): Promise<void> {
  const { sessionId, side, account, orderId, energy, price, subject, txHash } = order
  const key = { sessionId, side, index: BigInt(order.index) }
  const line = { ...key, orderId, energyWh: energy, price: Number(price) }
  await tx.surplusLine.createMany({ data: [line], skipDuplicates: true })
  const row = { ...key, account, subject, placedAt: BigInt(order.placedAt), txHash }
  await tx.surplusOrder.createMany({ data: [row], skipDuplicates: true })
}

export interface OrderKey {
  sessionId: bigint
  side: OrderSide
  index: number
}

const whereOf = ({ sessionId, side, index }: OrderKey) => ({ sessionId, side, index: BigInt(index) })

export async function saveOrderWithdrawn(tx: Tx, key: OrderKey, endedTx: string): Promise<void> {
  const where = whereOf(key)
  await tx.surplusLine.updateMany({ where, data: { withdrawn: true } })
  await tx.surplusOrder.updateMany({ where, data: { status: 'Withdrawn', endedTx } })
}

export interface ClaimedOrder extends OrderKey {
  traded: Wh
  /** Paid for it, or received. */
  amount: Micro
  endedTx: string
}

export async function saveOrderClaimed(tx: Tx, { traded, amount, endedTx, ...key }: ClaimedOrder): Promise<void> {
  const data = { status: 'Claimed', tradedWh: decimal(traded), amount: decimal(amount), endedTx }
  await tx.surplusOrder.updateMany({ where: whereOf(key), data })
}
