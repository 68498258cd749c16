import { REGISTERS } from '../../metering/registers'
import type { RegisterValues } from '../../metering/register-values'
import type { MicroPerKwh, Wh } from '../../units/units'
import type { PriceRow } from './formula'

/** One row for each register that measured energy. */
export function registerRows(energy: RegisterValues<Wh>, prices: RegisterValues<MicroPerKwh>): PriceRow[] {
  return REGISTERS.flatMap((register, index) => {
    const used = energy[index]
    const price = prices[index]
    return used === undefined || price === undefined || used === 0n ? [] : [{ register, energy: used, price }]
  })
}
