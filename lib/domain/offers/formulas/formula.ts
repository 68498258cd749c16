import type { Register } from '../../metering/registers'
import type { MicroPerKwh, Nano, Wh } from '../../units/units'
import type { Determinants } from '../determinants'

/** Energy at one price, as shown on a bill. */
export interface PriceRow {
  register: Register | 'all'
  energy: Wh
  price: MicroPerKwh
}

/** One way to price energy. Mirrors IPriceFormula; what the contract reads from bytes is a typed object here. */
export interface PriceFormula<Params> {
  name: string
  /** Cost of all energy used in a period, rounded down to a Nano; the caller rounds once more, to a Micro. */
  cost(params: Params, usage: Determinants): Nano
  /** Where the cost comes from. Σ energy × price = cost. */
  rows(params: Params, usage: Determinants): PriceRow[]
}
