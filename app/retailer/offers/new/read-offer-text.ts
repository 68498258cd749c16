/** From what was typed to an offer that the contract will take, or to what is wrong with each field. */
import type { WalletSettings } from '@/components/wallet/market-chain'
import { pricingToOffer } from '@/lib/chain/coding/formula'
import type { Decision, Refusal } from '@/lib/domain/decision'
import { addDays, dayBounds, localDateOf } from '@/lib/domain/metering/calendar'
import { marketRegisterCalendar } from '@/lib/domain/metering/registers'
import { checkOffer } from '@/lib/domain/offers/check-offer'
import type { Determinants } from '@/lib/domain/offers/determinants'
import { isAccepted, needsOf, parametersOf, type Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer, WorkedExample } from '@/lib/domain/offers/offer'
import { suggestExamples } from '@/lib/domain/offers/worked-examples'
import { ZERO_ADDRESS, type Address } from '@/lib/domain/units/hex'
import { BPS_ONE, microPerKwh, wh, type MicroPerKwh } from '@/lib/domain/units/units'
import {
  parseCount,
  parseKw,
  parseKwh,
  parseMoney,
  parsePercent,
  parsePrice,
  parseSignedPrice,
} from '@/lib/format/parse-amount'
import { paramKey, type OfferField, type OfferText } from './offer-text'
import { readPricing } from './read-params'
import { areaKey, type PricedArea } from './supply-area'
import { evenMonth, typicalUsage, undividedMonth } from './typical-month'

/** A field that cannot be read has a format to follow; one that can may still be refused. */
export type FieldFault =
  | 'name'
  | 'area'
  | 'price'
  | 'signedPrice'
  | 'perKw'
  | 'kw'
  | 'rising'
  | 'money'
  | 'percent'
  | 'months'
  | 'days'
  | 'kwh'
  | 'month'
  | 'date'
export type Fault = { kind: 'format'; fault: FieldFault } | { kind: 'refused'; refusal: Refusal }
export type Faults = Partial<Record<OfferField, Fault>>

export interface PublishFacts {
  retailer: Address
  contracts: WalletSettings['contracts']
  areas: readonly PricedArea[]
  timeZone: string
  now: number
}

export interface ReadyOffer {
  name: string
  offer: Offer
  examples: WorkedExample[]
}

export interface ReadOffer {
  /** Null until every price can be read. */
  pricing: Pricing | null
  /** Null until the prices and the typical month can be read. */
  examples: WorkedExample[] | null
  faults: Faults
  /** Null while anything is wrong. */
  ready: ReadyOffer | null
}

const LONGEST_NAME = 60
const MOST_MONTHS = 999
const MOST_DAYS = 365

export function readOfferText(text: OfferText, facts: PublishFacts): ReadOffer {
  const faults: Faults = {}
  const take = takerInto(faults)
  const pricing = readPricing(text, take)
  const priceCap = take('priceCap', 'price', text.priceCap.trim() === '' ? microPerKwh(0n) : parsePrice(text.priceCap))
  const usage = readUsage(text, facts, take)
  const examples = pricing && usage && priceCap !== null ? examplesOf(pricing, priceCap, usage) : null
  const name = take('name', 'name', readName(text.name))
  const terms = readTerms(text, facts, take)
  if (!pricing || priceCap === null || !usage || !name || !terms) return { pricing, examples, faults, ready: null }
  const offer: Offer = { ...terms, retailer: facts.retailer, priceCap, ...pricingToOffer(pricing, facts.contracts) }
  const checked = checkOffer({ offer, pricing, examples: examples ?? [] }, facts.now)
  if (checked.ok && examples) return { pricing, examples, faults, ready: { name, offer, examples } }
  return { pricing, examples, faults: refusedAt(checked, offer, pricing), ready: null }
}

/** Notes a fault at a field whose value could not be read. */
export type Take = <Value>(field: OfferField, fault: FieldFault, value: Value | null) => Value | null

function takerInto(faults: Faults): Take {
  return (field, fault, value) => {
    if (value === null) faults[field] = { kind: 'format', fault }
    return value
  }
}

/** Null where no examples can be worked out: the contract would refuse the parameters, or a charge would not fit. */
function examplesOf(pricing: Pricing, priceCap: MicroPerKwh, usage: Determinants): WorkedExample[] | null {
  if (!isAccepted(pricing)) return null
  try {
    return suggestExamples({ pricing, priceCap }, usage)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The month that the examples are made from: only what the formula asks for has to be there. */
function readUsage(text: OfferText, { areas }: PublishFacts, take: Take): Determinants | null {
  const needs = new Set(needsOf(text.formula))
  const energy = take('typicalMonth', 'month', positive(parseKwh(text.typicalMonth)))
  const followsIndex = (needs.has('index') || needs.has('indexCost')) && text.typicalIndex.trim() !== ''
  const index = followsIndex ? take('typicalIndex', 'signedPrice', parseSignedPrice(text.typicalIndex)) : undefined
  const maxDemand = needs.has('maxDemand') ? take('typicalDemand', 'kw', parseKw(text.typicalDemand)) : undefined
  const capacity = needs.has('capacity') ? take('typicalCapacity', 'kw', parseKw(text.typicalCapacity)) : undefined
  if (energy === null || index === null || maxDemand === null || capacity === null) return null
  const registers = asksWhen(text.formula) ? evenMonth(energy, marketRegisterCalendar) : undividedMonth(energy)
  const area = areas.find((one) => areaKey(one) === text.area)
  return typicalUsage({ registers, maxDemand, capacity }, { area, index, referenceBasis: text.referenceBasis })
}

/** Whether the formula has a price for each register. */
function asksWhen(formula: OfferText['formula']): boolean {
  return Object.values(parametersOf(formula)).some((parameter) => 'each' in parameter && parameter.each === 'register')
}

function firstParamOf({ formula }: Pricing): OfferField {
  const [name = ''] = Object.keys(parametersOf(formula))
  return paramKey(formula, name)
}

type Terms = Omit<Offer, 'retailer' | 'formula' | 'formulaParams' | 'priceCap'>

function readTerms(text: OfferText, { areas, timeZone, now }: PublishFacts, take: Take): Terms | null {
  const { customerClass, model } = text
  const area = take('area', 'area', areas.find((one) => areaKey(one) === text.area) ?? null)
  const deviation = readDeviation(text, take)
  const deposit = take('deposit', 'price', parsePrice(text.deposit))
  // The field is hidden where the grid does not bill, and what stands in it does not count.
  const serviceFee = model === 'GridLed' ? take('serviceFee', 'price', parsePrice(text.serviceFee)) : microPerKwh(0n)
  const exitFee = take('exitFee', 'money', parseMoney(text.exitFee))
  const noticeDays = take('noticeDays', 'days', parseCount(text.noticeDays, MOST_DAYS))
  const coolingOffDays = take('coolingOffDays', 'days', parseCount(text.coolingOffDays, MOST_DAYS))
  const termPeriods = take('termPeriods', 'months', parseCount(text.termPeriods, MOST_MONTHS))
  const green = take('green', 'percent', parsePercent(text.green))
  const validUntil = take('validUntil', 'date', readLastDay(text.validUntil, timeZone))
  const capacity = take('capacity', 'kwh', text.capacity.trim() === '' ? wh(0n) : positive(parseKwh(text.capacity)))
  if (area === null || deviation === null || deposit === null || serviceFee === null || exitFee === null) return null
  if (noticeDays === null || coolingOffDays === null || termPeriods === null || green === null) return null
  if (validUntil === null || capacity === null) return null
  // From the start of today: the chain's clock may be a little behind this one.
  const validFrom = dayBounds(localDateOf(now, timeZone), timeZone).start
  const { region, voltageClass } = area
  const money = { deposit, serviceFee, exitFee }
  const times = { noticeDays, coolingOffDays, termPeriods, validFrom, validUntil }
  return { deviation, ...money, ...times, customerClass, region, voltageClass, green, model, capacity }
}

function readDeviation(text: OfferText, take: Take): Offer['deviation'] | null {
  const lower = take('lower', 'percent', parsePercent(text.lower))
  const upper = take('upper', 'percent', parsePercent(text.upper))
  const excess = take('excess', 'percent', parsePercent(text.excess))
  const shortfall = take('shortfall', 'price', parsePrice(text.shortfall))
  if (lower === null || upper === null || excess === null || shortfall === null) return null
  const { referenceBasis, ruleBasis } = text
  const payees = { excessPayee: ZERO_ADDRESS, shortfallPayee: ZERO_ADDRESS }
  return { lower, upper, excess, shortfall, referenceBasis, ruleBasis, ...payees }
}

function readName(typed: string): string | null {
  const name = typed.trim().replace(/\s+/g, ' ')
  return name !== '' && [...name].length <= LONGEST_NAME ? name : null
}

/** The end of a local day, which is the first instant at which the offer is over. */
function readLastDay(date: string, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  try {
    return dayBounds(addDays(date, 1), timeZone).start
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function positive<Quantity extends bigint>(value: Quantity | null): Quantity | null {
  return value === 0n ? null : value
}

/** At a field that is shown; where no charge could be worked out, at the month that is too large. */
function refusedAt(checked: Decision<Offer>, offer: Offer, pricing: Pricing): Faults {
  if (checked.ok) return { typicalMonth: { kind: 'format', fault: 'month' } }
  const refused: Fault = { kind: 'refused', refusal: checked.refusal }
  return { [fieldOf(checked.refusal, offer, pricing)]: refused }
}

/** Which field a refusal of the publishing rules is about. */
function fieldOf({ name }: Refusal, { deviation }: Offer, pricing: Pricing): OfferField {
  switch (name) {
    case 'BandInvalid':
      return deviation.lower > BPS_ONE ? 'lower' : 'upper'
    case 'ExcessRatioTooHigh':
      return 'excess'
    case 'TermInvalid':
      return 'termPeriods'
    case 'ValidityInvalid':
      return 'validUntil'
    case 'ServiceFeeNotAllowed':
      return 'serviceFee'
    case 'ExitFeeTooHigh':
      return 'exitFee'
    case 'GreenShareInvalid':
      return 'green'
    case 'FormulaParamsInvalid':
      return firstParamOf(pricing)
    default:
      return 'typicalMonth'
  }
}
