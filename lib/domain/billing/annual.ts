/** The band applied to a contract year at once (SPEC section 7, basis Annual). Mirrors AnnualLib. Vectors: annual.json. */
import type { DeviationClause } from '../offers/offer'
import { BPS_ONE, micro, mulDivDown, WH_PER_KWH, type Bps, type Micro, type MicroPerKwh, type Wh } from '../units/units'
import { chargeAt, split } from './deviation'

/** Totals of a contract year. */
export interface Year {
  contracted: Wh
  used: Wh
  /** Energy and regulated lines of the year's months, without any deviation. */
  charged: Micro
}

/** At most one of excess and shortfall is not zero. */
export interface TrueUp {
  excess: Wh
  shortfall: Wh
  amount: Micro
}

/**
 * What the year's deviation costs beyond what its months have been charged.
 * @param referencePrice Of the period that closes the year.
 */
export function trueUp(
  year: Year,
  clause: Pick<DeviationClause, 'lower' | 'upper' | 'excess' | 'shortfall'>,
  referencePrice: MicroPerKwh,
): TrueUp {
  const { excess, shortfall } = split(year.contracted, year.used, clause)
  const amount =
    excess === 0n ? chargeAt(shortfall, clause.shortfall) : repriced(excess, year, referencePrice, clause.excess)
  return { excess, shortfall, amount }
}

/**
 * Excess energy at its all-in price, less its share of what was charged, never below zero. One exact expression, rounded
 * down once: the payer keeps the dust.
 */
function repriced(excess: Wh, { used, charged }: Year, referencePrice: MicroPerKwh, multiplier: Bps): Micro {
  const unit = WH_PER_KWH * BPS_ONE
  const due = referencePrice * multiplier * used
  const alreadyCharged = charged * unit
  return micro(due > alreadyCharged ? mulDivDown(excess, due - alreadyCharged, unit * used) : 0n)
}
