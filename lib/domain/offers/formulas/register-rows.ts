import { REGISTERS } from '../../metering/registers'
import type { RegisterValues } from '../../metering/register-values'
import type { MicroPerKwh, Wh } from '../../units/units'
import type { PriceRow } from './formula'

/** One row for each register that measured energy. */
export function registerRows(energy: RegisterValues<Wh>, prices: RegisterValues<MicroPerKwh>): PriceRow[] {
  return REGISTERS.flatMap((what, index) => {
    const used = energy[index]
    const price = prices[index]
    const hasRow = used !== undefined && price !== undefined && used !== 0n
    return hasRow ? [{ what, energy: used, price, cost: used * price }] : []
  })
}
