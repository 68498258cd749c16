import type { Register } from '../../metering/registers'
import type { MicroPerKw, MicroPerKwh, Nano, SignedMicroPerKwh, Watt, Wh } from '../../units/units'
import type { Determinants } from '../determinants'
import type { Parameters, ParamsOf } from './parameter'

/** Where a part of a cost comes from. A page has words for the names it knows, and shows others as they are. */
export interface PriceRow {
  what: Register | 'all' | (string & {})
  /** What is priced; a row that only corrects the ones above it has neither. */
  energy?: Wh
  power?: Watt
  price?: MicroPerKwh | SignedMicroPerKwh | MicroPerKw
  /** The bounds of a tier: above `from`, up to `to`. */
  from?: Wh
  to?: Wh
  /** In Nano; below zero where the row lowers the cost. */
  cost: bigint
}

/** What a formula may ask of a period. Energy is always there. */
export type Need = 'maxDemand' | 'capacity' | 'referencePrice' | 'index' | 'indexCost'

/** One way to price energy. Mirrors IPriceFormula; what the contract reads from bytes is a typed object here. */
export interface PriceFormula<Name extends string = string, P extends Parameters = Parameters> {
  name: Name
  /** In the order of the contract's bytes. */
  parameters: P
  /** What the cost depends on besides energy. */
  needs: readonly Need[]
  /** Whether parameters that fit their types can be priced. Mirrors the contract's check. */
  accepts(params: ParamsOf<P>): boolean
  /** Cost of all energy used in a period, rounded down to a Nano; the caller rounds once more, to a Micro. */
  cost(params: ParamsOf<P>, usage: Determinants): Nano
  /** Where the cost comes from. Σ cost of the rows = cost. */
  rows(params: ParamsOf<P>, usage: Determinants): PriceRow[]
}

/** Only there to check a formula against its own parameters. */
export function defineFormula<const Name extends string, const P extends Parameters>(
  formula: PriceFormula<Name, P>,
): PriceFormula<Name, P> {
  return formula
}
