import { z } from 'zod'
import { isFormulaName } from '@/lib/domain/offers/formulas/registry'
import {
  CUSTOMER_CLASSES,
  REFERENCE_BASES,
  RULE_BASES,
  SETTLEMENT_MODELS,
  type CustomerClass,
} from '@/lib/domain/offers/offer'

const text = z.string().max(200)

const offerTextSchema = z.object({
  name: text,
  customerClass: z.enum(CUSTOMER_CLASSES),
  /** Key of a SupplyArea. */
  area: text,
  formula: z.string().refine(isFormulaName),
  /** What was typed for each formula, by paramKey: another formula is tried without losing it. */
  params: z.record(z.string(), text),
  priceCap: text,
  lower: text,
  upper: text,
  excess: text,
  shortfall: text,
  referenceBasis: z.enum(REFERENCE_BASES),
  ruleBasis: z.enum(RULE_BASES),
  deposit: text,
  termPeriods: text,
  exitFee: text,
  noticeDays: text,
  coolingOffDays: text,
  green: text,
  model: z.enum(SETTLEMENT_MODELS),
  serviceFee: text,
  /** The last local day on which the offer can be signed, YYYY-MM-DD. */
  validUntil: text,
  capacity: text,
  typicalMonth: text,
  /** Empty: the published one. */
  typicalIndex: text,
  typicalDemand: text,
  typicalCapacity: text,
})

/** An offer as it is being typed: half an input is kept as it stands, so that a reload loses nothing. */
export type OfferText = z.infer<typeof offerTextSchema>

/** A field of the form, as faults name it. */
export type OfferField = Exclude<keyof OfferText, 'params'> | ParamKey

/** Where a parameter of a formula, or its part for one register, is kept while it is typed. */
export type ParamKey = `params.${string}`
export function paramKey(formula: string, parameter: string, register?: string): ParamKey {
  return `params.${[formula, parameter, register].filter(Boolean).join('.')}`
}

/** kWh of the month that the worked examples start from, until the retailer types another. */
export const TYPICAL_MONTH: Record<CustomerClass, string> = { Household: '300', Business: '50000' }

/** What a retailer finds in the form: the custom of the market, and no price. */
export function emptyOffer({ area, validUntil }: Pick<OfferText, 'area' | 'validUntil'>): OfferText {
  return {
    name: '',
    customerClass: 'Business',
    area,
    formula: 'Flat',
    params: {},
    priceCap: '',
    lower: '95',
    upper: '105',
    excess: '110',
    shortfall: '0.02',
    referenceBasis: 'Agency',
    ruleBasis: 'Monthly',
    deposit: '0.1',
    termPeriods: '12',
    exitFee: '0',
    noticeDays: '30',
    coolingOffDays: '14',
    green: '0',
    model: 'RetailerLed',
    serviceFee: '0',
    validUntil,
    capacity: '',
    typicalMonth: TYPICAL_MONTH.Business,
    typicalIndex: '',
    typicalDemand: '150',
    typicalCapacity: '315',
  }
}

/** Null if it is not an offer of this version of the form. */
export function parseOfferText(stored: unknown): OfferText | null {
  const parsed = offerTextSchema.safeParse(stored)
  return parsed.success ? parsed.data : null
}
