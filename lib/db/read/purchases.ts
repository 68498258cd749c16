/** Purchases and deliveries, seen by one of the parties. */
import type { Delivery } from '@/lib/domain/purchases/delivery'
import type { PurchaseTerms } from '@/lib/domain/purchases/terms'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import type { Hex } from '@/lib/domain/units/hex'
import { asViewer, asWorker, type StoredJson, type Tx, type Viewer } from '../client'
import { deliveryFromJson, purchaseFromJson } from '../stored/purchase'
import { namesOf } from './names'
import { tariffIn } from './tariffs'

export interface PurchaseRow {
  id: string
  terms: PurchaseTerms
  generatorName: string | null
  buyerName: string | null
  /** Settled so far. */
  periods: number
  settledUntil: number
  endedAt: number | null
  txHash: string
}

/** What a retailer or a large consumer bought, the latest start first. */
export async function purchasesOfBuyer(viewer: Viewer): Promise<PurchaseRow[]> {
  return asViewer(viewer, (tx) => purchasesIn(tx, { buyer: viewer.address.toLowerCase() }))
}

async function purchasesIn(tx: Tx, where: { buyer: string }): Promise<PurchaseRow[]> {
  const rows = await tx.purchase.findMany({ where, orderBy: [{ start: 'desc' }, { id: 'asc' }] })
  const names = await namesOf(
    tx,
    rows.flatMap(({ generator, buyer }) => [generator, buyer]),
  )
  return rows.map(({ id, terms, generator, buyer, periods, settledUntil, endedAt, txHash }) => ({
    id,
    terms: purchaseFromJson(terms),
    generatorName: names.get(generator) ?? null,
    buyerName: names.get(buyer) ?? null,
    periods,
    settledUntil: Number(settledUntil),
    endedAt: endedAt === null ? null : Number(endedAt),
    txHash,
  }))
}

export interface DeliveryRow extends Delivery {
  purchaseId: string
  start: number
  end: number
  payer: string
  txHash: string
}

/** Settled months of what the viewer bought, in order. */
export async function deliveriesOfBuyer(viewer: Viewer): Promise<DeliveryRow[]> {
  const where = { buyer: viewer.address.toLowerCase() }
  const orderBy = [{ start: 'asc' } as const, { purchaseId: 'asc' } as const]
  const rows = await asViewer(viewer, (tx) => tx.purchaseDelivery.findMany({ where, orderBy }))
  return rows.map(({ purchaseId, start, end, payer, delivery, txHash }) => {
    return { ...deliveryFromJson(delivery), purchaseId, start: Number(start), end: Number(end), payer, txHash }
  })
}

export interface PurchaseBasis {
  terms: PurchaseTerms
  table: TariffTable
}

/** What a settled period of a purchase rests on, for the follower. Null if the purchase or its tariff table is not known. */
export async function purchaseBasis(
  tx: Tx,
  { purchaseId, start }: { purchaseId: string; start: number },
): Promise<PurchaseBasis | null> {
  const terms = await purchaseTerms(tx, purchaseId)
  if (!terms) return null
  const table = await tariffIn(tx, { region: terms.region, voltageClass: terms.voltageClass, at: start })
  return table && { terms, table }
}

export async function purchaseTerms(tx: Tx, id: string): Promise<PurchaseTerms | null> {
  const row = await tx.purchase.findUnique({ where: { id }, select: { terms: true } })
  return row && purchaseFromJson(row.terms)
}

/** A purchase whose next month is over. */
export interface DuePurchase {
  id: Hex
  terms: PurchaseTerms
  start: number
  end: number
}

/** All that could be settled at an instant, or one, if it could; the oldest month first. For the worker. */
export async function purchasesDue(now: number, id: string | null = null): Promise<DuePurchase[]> {
  const rows = await asWorker(
    (tx) => tx.$queryRaw<{ id: string; terms: StoredJson; start: bigint; end: bigint }[]>`
      SELECT p.id, p.terms, m.start, m."end" FROM purchase p JOIN market_period m ON m.start = p.settled_until
      WHERE p.ended_at IS NULL AND m."end" <= ${BigInt(now)} AND (${id}::text IS NULL OR p.id = ${id})
      ORDER BY m.start, p.id`,
  )
  return rows.map((row) => ({
    id: row.id as Hex,
    terms: purchaseFromJson(row.terms),
    start: Number(row.start),
    end: Number(row.end),
  }))
}
