/** Published offers, and the formulas they may use. */
import { formulaKey } from '@/lib/domain/offers/formulas/formula-key'
import type { FormulaName, Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer, WorkedExample } from '@/lib/domain/offers/offer'
import { JSON_NULL, type Tx } from '../client'
import { storableText, toJson } from '../stored/json'

export interface FormulaFact {
  address: string
  /** Null: a formula this version does not know. */
  name: FormulaName | null
  allowed: boolean
}

export interface PublishedOffer {
  id: string
  name: string
  offer: Offer
  /** Null: a formula this version does not know. */
  pricing: Pricing | null
  examples: readonly WorkedExample[]
  publishedAt: bigint
  txHash: string
}

export async function saveFormula(tx: Tx, { address, name, allowed }: FormulaFact): Promise<void> {
  const data = { name: name && formulaKey(name), allowed }
  await tx.formula.upsert({ where: { address }, create: { address, ...data }, update: data })
}

export async function saveOffer(tx: Tx, published: PublishedOffer): Promise<void> {
  const { id, name, offer, pricing, examples, publishedAt, txHash } = published
  const row = {
    id,
    retailer: offer.retailer,
    name: shownName(name),
    formula: pricing ? formulaKey(pricing.formula) : offer.formula,
    offer: toJson(offer),
    pricing: pricing ? toJson(pricing) : JSON_NULL,
    examples: toJson(examples),
    customerClass: offer.customerClass,
    status: 'published',
    publishedAt,
    txHash,
  }
  await tx.offer.createMany({ data: [row], skipDuplicates: true })
}

/** On chain a name may be as long as a block: pages show this much of it. */
const LONGEST_NAME = 120

function shownName(name: string): string {
  return [...storableText(name)].slice(0, LONGEST_NAME).join('')
}

export async function saveOfferWithdrawn(
  tx: Tx,
  { id, withdrawnAt }: { id: string; withdrawnAt: bigint },
): Promise<void> {
  await tx.offer.updateMany({ where: { id }, data: { status: 'withdrawn', withdrawnAt } })
}
