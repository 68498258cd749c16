/** The publishing rules, in the contract's order. Mirrors OfferBook._checkTerms. */
import { ok, type Decision, refuse } from '../decision'
import { BPS_ONE } from '../units/units'
import { isAccepted, type Pricing } from './formulas/registry'
import type { Offer, WorkedExample } from './offer'
import { checkExamples } from './worked-examples'

const HIGHEST_UPPER = 20_000n
const HIGHEST_EXCESS = 30_000n
const LONGEST_TERM = 60
/** A million of the currency. */
const HIGHEST_EXIT_FEE = 1_000_000_000_000n

export interface OfferDraft {
  offer: Offer
  /** What offer.formula and offer.formulaParams mean. */
  pricing: Pricing
  examples: readonly WorkedExample[]
}

export function checkOffer({ offer, pricing, examples }: OfferDraft, now: number): Decision<Offer> {
  const terms = checkTerms(offer, now)
  if (!terms.ok) return terms
  if (!isAccepted(pricing)) return refuse('FormulaParamsInvalid')
  const promises = checkExamples({ pricing, priceCap: offer.priceCap }, examples)
  return promises.ok ? ok(offer) : promises
}

function checkTerms(offer: Offer, now: number): Decision<Offer> {
  const { lower, upper, excess } = offer.deviation
  const { termPeriods, validFrom, validUntil } = offer
  if (lower > BPS_ONE || upper < BPS_ONE || upper > HIGHEST_UPPER) return refuse('BandInvalid', { lower, upper })
  if (excess > HIGHEST_EXCESS) return refuse('ExcessRatioTooHigh', { excess })
  if (termPeriods < 1 || termPeriods > LONGEST_TERM) return refuse('TermInvalid', { termPeriods: BigInt(termPeriods) })
  if (validUntil <= validFrom || validUntil <= now) {
    return refuse('ValidityInvalid', { validFrom: BigInt(validFrom), validUntil: BigInt(validUntil) })
  }
  if (offer.serviceFee !== 0n && offer.model !== 'GridLed') return refuse('ServiceFeeNotAllowed')
  if (offer.exitFee > HIGHEST_EXIT_FEE) return refuse('ExitFeeTooHigh', { exitFee: offer.exitFee })
  if (offer.green > BPS_ONE) return refuse('GreenShareInvalid', { green: offer.green })
  return ok(offer)
}
