/** A price per register. Mirrors TimeOfUseFormula. Vectors: energy-charge.json. */
import { registerCost, type RegisterValues } from '../../metering/register-values'
import { nano, type MicroPerKwh } from '../../units/units'
import type { PriceFormula } from './formula'
import { registerRows } from './register-rows'

export interface TimeOfUseParams {
  prices: RegisterValues<MicroPerKwh>
}

export const timeOfUse = {
  name: 'TimeOfUse',
  cost: ({ prices }, { registers }) => nano(registerCost(registers, prices)),
  rows: ({ prices }, { registers }) => registerRows(registers, prices),
} as const satisfies PriceFormula<TimeOfUseParams>
