/** Promises of an offer that anyone can try. Mirrors OfferBook._checkExamples. */
import { ok, refuse, type Decision } from '../decision'
import { mapRegisters, sumWh } from '../metering/register-values'
import { BPS_ONE, bps, mulDivDown, signedNano, watt, wh, type Bps } from '../units/units'
import type { Determinants } from './determinants'
import { energyCharge, type Priced } from './formulas/registry'
import type { WorkedExample } from './offer'

export const EXAMPLES_NEEDED = 3

/** Below the band, on the contract, above the band. */
const SUGGESTED_SHARES = [bps(8_500n), bps(10_000n), bps(11_500n)]

/** At least three, in order of energy, each charged to the unit. */
export function checkExamples(priced: Priced, examples: readonly WorkedExample[]): Decision<readonly WorkedExample[]> {
  if (examples.length < EXAMPLES_NEEDED) {
    return refuse('ExamplesMissing', { given: BigInt(examples.length), needed: BigInt(EXAMPLES_NEEDED) })
  }
  let previous = 0n
  for (const [position, example] of examples.entries()) {
    const index = BigInt(position)
    const used = sumWh(example.usage.registers)
    if (used <= previous) return refuse('ExamplesNotIncreasing', { index })
    previous = used
    const computed = energyCharge(priced, example.usage)
    if (computed !== example.charge) return refuse('ExampleMismatch', { index, promised: example.charge, computed })
  }
  return ok(examples)
}

/** Examples at 85 %, 100 % and 115 % of a typical month, everything that is metered scaled alike. */
export function suggestExamples(priced: Priced, typical: Determinants): WorkedExample[] {
  return SUGGESTED_SHARES.map((share) => {
    const usage = scaled(typical, share)
    return { contracted: sumWh(typical.registers), usage, charge: energyCharge(priced, usage) }
  })
}

function scaled(typical: Determinants, share: Bps): Determinants {
  return {
    ...typical,
    registers: mapRegisters(typical.registers, (energy) => wh(mulDivDown(energy, share, BPS_ONE))),
    maxDemand: watt(mulDivDown(typical.maxDemand, share, BPS_ONE)),
    indexCost: signedNano((typical.indexCost * share) / BPS_ONE),
  }
}
