/** Two parts: energy by register, and kW of demand or capacity. Mirrors DemandFormula. Vectors: formulas/demand.json. */
import { registerCost } from '../../metering/register-values'
import { nano, type MicroPerKw } from '../../units/units'
import type { Determinants } from '../determinants'
import { prorated } from '../usage'
import { defineFormula } from './formula'
import { registerRows } from './register-rows'

interface DemandParams {
  demandPrice: MicroPerKw
  basis: 'MaxDemand' | 'Capacity'
}

export const demand = defineFormula({
  name: 'Demand',
  parameters: {
    prices: { unit: 'MicroPerKwh', each: 'register' },
    demandPrice: { unit: 'MicroPerKw' },
    basis: { choices: ['MaxDemand', 'Capacity'] },
  },
  needs: ['maxDemand', 'capacity'],
  accepts: () => true,
  cost: (params, usage) => nano(registerCost(usage.registers, params.prices) + demandCost(params, usage)),
  rows: (params, usage) => [
    ...registerRows(usage.registers, params.prices),
    {
      what: params.basis === 'MaxDemand' ? 'maxDemand' : 'capacity',
      power: powerOf(params, usage),
      price: params.demandPrice,
      cost: demandCost(params, usage),
    },
  ],
})

/** Watts times Micro per kW are Nano. In a part of a period prorated and rounded down: the payer keeps the dust. Due also when nothing was used. */
function demandCost(params: DemandParams, usage: Determinants): bigint {
  return prorated(powerOf(params, usage) * params.demandPrice, usage)
}

function powerOf({ basis }: DemandParams, { maxDemand, capacity }: Determinants) {
  return basis === 'MaxDemand' ? maxDemand : capacity
}
