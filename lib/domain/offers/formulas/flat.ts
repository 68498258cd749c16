/** One price for every kWh. Mirrors FlatFormula. Vectors: energy-charge.json. */
import { sumWh } from '../../metering/register-values'
import { nano, type MicroPerKwh } from '../../units/units'
import type { PriceFormula } from './formula'

export interface FlatParams {
  price: MicroPerKwh
}

export const flat = {
  name: 'Flat',
  cost: ({ price }, { registers }) => nano(sumWh(registers) * price),
  rows: ({ price }, { registers }) => [{ register: 'all', energy: sumWh(registers), price }],
} as const satisfies PriceFormula<FlatParams>
