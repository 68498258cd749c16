/** Promises of an offer that anyone can try. Mirrors OfferBook._checkExamples. */
import { ok, refuse, type Decision } from '../decision'
import { mapRegisters, sumWh, type RegisterValues } from '../metering/register-values'
import { BPS_ONE, bps, mulDivDown, watt, wh, type Wh } from '../units/units'
import { energyCharge, type Pricing } from './formulas/registry'
import type { WorkedExample } from './offer'

export const EXAMPLES_NEEDED = 3

/** Below the band, on the contract, above the band. */
const SUGGESTED_SHARES = [bps(8_500n), bps(10_000n), bps(11_500n)]

/** At least three, in order of energy, each charged to the unit. */
export function checkExamples(
  pricing: Pricing,
  examples: readonly WorkedExample[],
): Decision<readonly WorkedExample[]> {
  if (examples.length < EXAMPLES_NEEDED) {
    return refuse('ExamplesMissing', { given: BigInt(examples.length), needed: BigInt(EXAMPLES_NEEDED) })
  }
  let previous = 0n
  for (const [position, example] of examples.entries()) {
    const index = BigInt(position)
    const used = sumWh(example.usage.registers)
    if (used <= previous) return refuse('ExamplesNotIncreasing', { index })
    previous = used
    const computed = energyCharge(pricing, example.usage)
    if (computed !== example.charge) return refuse('ExampleMismatch', { index, promised: example.charge, computed })
  }
  return ok(examples)
}

/** Examples at 85 %, 100 % and 115 % of a month's contracted energy, spread over the registers as given. */
export function suggestExamples(pricing: Pricing, contracted: RegisterValues<Wh>): WorkedExample[] {
  return SUGGESTED_SHARES.map((share) => {
    const registers = mapRegisters(contracted, (energy) => wh(mulDivDown(energy, share, BPS_ONE)))
    const usage = { registers, maxDemand: watt(0n) }
    return { contracted: sumWh(contracted), usage, charge: energyCharge(pricing, usage) }
  })
}
