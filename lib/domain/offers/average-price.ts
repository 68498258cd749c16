/** What a kWh costs under an offer, on average. */
import { sumWh } from '../metering/register-values'
import { microPerKwh, mulDivDown, WH_PER_KWH, type MicroPerKwh } from '../units/units'
import type { Pricing } from './formulas/registry'
import type { WorkedExample } from './offer'

/** The price itself if there is only one; else what the offer's middle example comes to. Null if its examples use nothing. */
export function averagePrice(pricing: Pricing, examples: readonly WorkedExample[]): MicroPerKwh | null {
  if (pricing.formula === 'Flat') return pricing.params.price
  const middle = examples[Math.floor(examples.length / 2)]
  return middle ? exampleAverage(middle) : null
}

export function exampleAverage({ charge, usage }: WorkedExample): MicroPerKwh | null {
  const used = sumWh(usage.registers)
  return used === 0n ? null : microPerKwh(mulDivDown(charge, WH_PER_KWH, used))
}
