/** Published offers: public, whoever looks. */
import { formulaKey } from '@/lib/domain/offers/formulas/formula-key'
import type { FormulaName, Pricing } from '@/lib/domain/offers/formulas/registry'
import type { CustomerClass, Offer, WorkedExample } from '@/lib/domain/offers/offer'
import { asViewer, type Tx } from '../client'
import { examplesFromJson, offerFromJson, pricingFromJson } from '../stored/offer'
import { namesOf } from './names'

export interface OfferFilter {
  customerClass?: CustomerClass
  formula?: FormulaName
  retailer?: string
}

export interface OfferRow {
  id: string
  name: string
  retailer: string
  retailerName: string | null
  pricing: Pricing
  offer: Offer
  examples: WorkedExample[]
  status: 'published' | 'withdrawn'
  publishedAt: number
  withdrawnAt: number | null
  txHash: string
  /** Signed so far, ended ones included. */
  agreements: number | null
}

/** The published ones, newest first. */
export async function listOffers(filter: OfferFilter = {}): Promise<OfferRow[]> {
  const { customerClass, formula, retailer } = filter
  const where = {
    status: 'published',
    customerClass,
    formula: formula && formulaKey(formula),
    retailer: retailer?.toLowerCase(),
  }
  return asViewer(null, (tx) => offersIn(tx, where))
}

/** A retailer's own, withdrawn ones too, newest first. */
export async function offersOfRetailer(retailer: string): Promise<OfferRow[]> {
  return asViewer(null, (tx) => offersIn(tx, { retailer: retailer.toLowerCase() }))
}

/** Withdrawn ones too. */
export async function getOffer(id: string): Promise<OfferRow | null> {
  const [offer] = await asViewer(null, (tx) => offersIn(tx, { id: { in: [id.toLowerCase()] } }))
  return offer ?? null
}

export async function offersById(tx: Tx, ids: Iterable<string>): Promise<ReadonlyMap<string, OfferRow>> {
  const offers = await offersIn(tx, { id: { in: [...new Set(ids)] } })
  return new Map(offers.map((offer) => [offer.id, offer]))
}

type OfferWhere = {
  id?: { in: string[] }
  status?: string
  customerClass?: string
  formula?: string
  retailer?: string
}

/** An offer whose formula this version does not know is left out: nobody could say what it costs. */
async function offersIn(tx: Tx, where: OfferWhere): Promise<OfferRow[]> {
  const found = await tx.offer.findMany({ where, orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }] })
  const rows = found.flatMap(({ pricing, ...row }) => (pricing === null ? [] : [{ ...row, pricing }]))
  const names = await namesOf(
    tx,
    rows.map(({ retailer }) => retailer),
  )
  const agreements = await agreementCounts(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    pricing: pricingFromJson(row.pricing),
    id: row.id,
    name: row.name,
    retailer: row.retailer,
    retailerName: names.get(row.retailer) ?? null,
    offer: offerFromJson(row.offer),
    examples: examplesFromJson(row.examples),
    status: row.status as OfferRow['status'],
    publishedAt: Number(row.publishedAt),
    withdrawnAt: row.withdrawnAt === null ? null : Number(row.withdrawnAt),
    txHash: row.txHash,
    agreements: agreements.get(row.id) ?? 0,
  }))
}

/** A count only: whose agreements they are stays with the two sides of each. */
async function agreementCounts(tx: Tx, offerIds: string[]): Promise<ReadonlyMap<string, number>> {
  if (offerIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ offer_id: string; agreements: bigint }[]>`
    SELECT offer_id, agreements FROM offer_agreements(${offerIds}::text[])`
  return new Map(rows.map((row) => [row.offer_id, Number(row.agreements)]))
}
