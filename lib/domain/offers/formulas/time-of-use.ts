/** A price per register. Mirrors TimeOfUseFormula. Vectors: formulas/time-of-use.json. */
import { registerCost } from '../../metering/register-values'
import { nano } from '../../units/units'
import { defineFormula } from './formula'
import { registerRows } from './register-rows'

export const timeOfUse = defineFormula({
  name: 'TimeOfUse',
  parameters: { prices: { unit: 'MicroPerKwh', each: 'register' } },
  needs: [],
  accepts: () => true,
  cost: ({ prices }, { registers }) => nano(registerCost(registers, prices)),
  rows: ({ prices }, { registers }) => registerRows(registers, prices),
})
