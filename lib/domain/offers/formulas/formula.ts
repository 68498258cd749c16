import type { Register } from '../../metering/registers'
import type { MicroPerKwh, Nano, Wh } from '../../units/units'
import type { Usage } from '../offer'

/** Energy at one price, as shown on a bill. */
export interface PriceRow {
  register: Register | 'all'
  energy: Wh
  price: MicroPerKwh
}

/** One way to price energy. Mirrors IPriceFormula; what the contract reads from bytes is a typed object here. */
export interface PriceFormula<Params> {
  name: string
  /** Exact cost of all energy used in a period; the caller rounds once. */
  cost(params: Params, usage: Usage): Nano
  /** Where the cost comes from. Σ energy × price = cost. */
  rows(params: Params, usage: Usage): PriceRow[]
}
