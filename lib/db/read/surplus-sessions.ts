/** Sessions and their books, which everybody may see, and the viewer's own lots and bids. */
import type { Book, Orders } from '@/lib/domain/surplus/book'
import {
  type OrderSide,
  type OrderStatus,
  type PlacedOrder,
  type SessionKind,
  type SessionStatus,
  type SurplusSession,
} from '@/lib/domain/surplus/session'
import { tick } from '@/lib/domain/surplus/tick'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import type { Decimal, StoredJson, Tx } from '../client'
import { microOf, whOf } from '../stored/amounts'
import { clearingFromJson } from '../stored/clearing'

export interface SessionFilter {
  id?: bigint
  region?: number
  kind?: SessionKind
  status?: SessionStatus
  /** Of the delivery period. */
  start?: number
}

interface SessionColumns {
  id: bigint
  region: bigint
  start: bigint
  end: bigint
  kind: string
  lockAt: bigint
  closeAt: bigint
  status: string
  clearing: StoredJson
  volume: Decimal | null
  changedAt: bigint
  txHash: string
  lots: bigint
  bids: bigint
  offered: Decimal
  wanted: Decimal
}

/** Newest first. */
export async function surplusSessions(tx: Tx, filter: SessionFilter, most: number): Promise<SurplusSession[]> {
  const { id = null, kind = null, status = null } = filter
  const [region, start] = [filter.region, filter.start].map((value) => (value === undefined ? null : BigInt(value)))
  const rows = await tx.$queryRaw<SessionColumns[]>`
    SELECT s.id, s.region, s.start, s."end", s.kind, s.lock_at AS "lockAt", s.close_at AS "closeAt", s.status,
      s.clearing, s.volume_wh AS volume, s.changed_at AS "changedAt", s.tx_hash AS "txHash", b.*
    FROM surplus_session s, LATERAL (
      SELECT count(*) FILTER (WHERE side = 'Lot') AS lots, count(*) FILTER (WHERE side = 'Bid') AS bids,
        coalesce(sum(energy_wh) FILTER (WHERE side = 'Lot' AND NOT withdrawn), 0) AS offered,
        coalesce(sum(energy_wh) FILTER (WHERE side = 'Bid' AND NOT withdrawn), 0) AS wanted
      FROM surplus_line WHERE session_id = s.id) b
    WHERE (${id}::bigint IS NULL OR s.id = ${id}) AND (${region}::bigint IS NULL OR s.region = ${region})
      AND (${kind}::text IS NULL OR s.kind = ${kind}) AND (${status}::text IS NULL OR s.status = ${status})
      AND (${start}::bigint IS NULL OR s.start = ${start})
    ORDER BY s.id DESC LIMIT ${most}`
  return rows.map(sessionFrom)
}

export async function surplusSession(tx: Tx, id: bigint): Promise<SurplusSession | null> {
  const [session] = await surplusSessions(tx, { id }, 1)
  return session ?? null
}

/**
 * Changes with every line, with the withdrawal of one, with the end, and with each claim of the viewer's own, of which there are none
 * before the end. Null if there is no such session.
 */
export async function sessionStamp(tx: Tx, id: bigint): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ stamp: string }[]>`
    SELECT concat_ws('.', s.status, s.changed_at, b.placed, b.energy, CASE WHEN s.status <> 'Open' THEN
      (SELECT count(*) FROM surplus_order WHERE session_id = s.id AND status = 'Claimed') END) AS stamp
    FROM surplus_session s, LATERAL (
      SELECT count(*) AS placed, sum(energy_wh) FILTER (WHERE NOT withdrawn) AS energy
      FROM surplus_line WHERE session_id = s.id) b
    WHERE s.id = ${id}`
  return row?.stamp ?? null
}

/** The transaction that opened it; null once it has ended, or before the follower has seen it. */
export async function openingOf(tx: Tx, id: bigint): Promise<Hex | null> {
  const row = await tx.surplusSession.findFirst({ where: { id, status: 'Open' }, select: { txHash: true } })
  return row && (row.txHash as Hex)
}

function sessionFrom({ clearing, volume, offered, wanted, ...row }: SessionColumns): SurplusSession {
  return {
    id: row.id,
    region: Number(row.region),
    start: Number(row.start),
    end: Number(row.end),
    kind: row.kind as SessionKind,
    lockAt: Number(row.lockAt),
    closeAt: Number(row.closeAt),
    status: row.status as SessionStatus,
    lots: Number(row.lots),
    bids: Number(row.bids),
    offered: whOf(offered),
    wanted: whOf(wanted),
    clearing: clearing === null ? null : clearingFromJson(clearing),
    volume: volume === null ? null : whOf(volume),
    changedAt: Number(row.changedAt),
    txHash: row.txHash as Hex,
  }
}

/** All lots and bids in the order of their numbers, with what tells equal remainders apart. */
export interface SessionBook extends Book {
  ids: Record<keyof Book, readonly Hex[]>
}

interface SideColumns {
  side: string
  energies: number[]
  prices: number[]
  ids: Hex[]
}

/** Without energy where an order was withdrawn, as on the chain while the session is open. */
export async function sessionBook(tx: Tx, id: bigint): Promise<SessionBook> {
  const rows = await tx.$queryRaw<SideColumns[]>`
    SELECT side, array_agg(CASE WHEN withdrawn THEN 0 ELSE energy_wh END::float8 ORDER BY index) AS energies,
      array_agg(price ORDER BY index) AS prices, array_agg(order_id ORDER BY index) AS ids
    FROM surplus_line WHERE session_id = ${id} GROUP BY side`
  const sideOf = (side: OrderSide) => rows.find((row) => row.side === side)
  const [lots, bids] = [sideOf('Lot'), sideOf('Bid')]
  return { lots: ordersFrom(lots), bids: ordersFrom(bids), ids: { lots: lots?.ids ?? [], bids: bids?.ids ?? [] } }
}

function ordersFrom(row: SideColumns | undefined): Orders {
  return { ticks: Uint32Array.from(row?.prices ?? []), energies: Float64Array.from(row?.energies ?? []) }
}

export interface OrderFilter {
  sessionId?: bigint
  status?: OrderStatus
}

interface OrderColumns {
  sessionId: bigint
  side: string
  index: bigint
  account: string
  orderId: string
  energy: bigint
  price: number
  subject: string
  status: string
  traded: Decimal | null
  amount: Decimal | null
  placedAt: bigint
  txHash: string
}

/** The viewer's own (the worker sees everybody's), newest first. */
export async function ownOrders(tx: Tx, filter: OrderFilter = {}): Promise<PlacedOrder[]> {
  const { sessionId = null, status = null } = filter
  const rows = await tx.$queryRaw<OrderColumns[]>`
    SELECT o.session_id AS "sessionId", o.side, o.index, o.account, b.order_id AS "orderId", b.energy_wh AS energy,
      b.price, o.subject, o.status, o.traded_wh AS traded, o.amount, o.placed_at AS "placedAt", o.tx_hash AS "txHash"
    FROM surplus_order o JOIN surplus_line b USING (session_id, side, index)
    WHERE (${sessionId}::bigint IS NULL OR o.session_id = ${sessionId})
      AND (${status}::text IS NULL OR o.status = ${status})
    ORDER BY o.placed_at DESC, o.session_id DESC, o.side, o.index DESC`
  return rows.map(orderFrom)
}

function orderFrom({ energy, price, traded, amount, ...row }: OrderColumns): PlacedOrder {
  return {
    sessionId: row.sessionId,
    side: row.side as OrderSide,
    index: Number(row.index),
    account: row.account as Address,
    orderId: row.orderId as Hex,
    energy: wh(energy),
    price: tick(BigInt(price)),
    subject: row.subject as Hex,
    status: row.status as OrderStatus,
    traded: traded === null ? null : whOf(traded),
    amount: amount === null ? null : microOf(amount),
    placedAt: Number(row.placedAt),
    txHash: row.txHash as Hex,
  }
}
