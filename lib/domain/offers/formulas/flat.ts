/** One price for every kWh. Mirrors FlatFormula. Vectors: formulas/flat.json. */
import { nano, wh } from '../../units/units'
import { energyOf } from '../usage'
import { defineFormula } from './formula'

export const flat = defineFormula({
  name: 'Flat',
  parameters: { price: { unit: 'MicroPerKwh' } },
  needs: [],
  accepts: () => true,
  cost: ({ price }, usage) => nano(energyOf(usage) * price),
  rows: ({ price }, usage) => [{ what: 'all', energy: wh(energyOf(usage)), price, cost: energyOf(usage) * price }],
})
