/** Offers, their prices and their examples between the domain and JSON columns. */
import { mapRegisters } from '@/lib/domain/metering/register-values'
import { pricingOf, type Pricing } from '@/lib/domain/offers/formulas/registry'
import type { Offer, WorkedExample } from '@/lib/domain/offers/offer'
import { bps, micro, microPerKwh, signedMicroPerKwh, signedNano, watt, wh } from '@/lib/domain/units/units'
import type { StoredJson } from '../client'
import type { Stored } from './json'

export function offerFromJson(json: StoredJson): Offer {
  const stored = json as unknown as Stored<Offer>
  const { deviation } = stored
  return {
    ...stored,
    deviation: {
      ...deviation,
      lower: bps(BigInt(deviation.lower)),
      upper: bps(BigInt(deviation.upper)),
      excess: bps(BigInt(deviation.excess)),
      shortfall: microPerKwh(BigInt(deviation.shortfall)),
    },
    priceCap: microPerKwh(BigInt(stored.priceCap)),
    deposit: microPerKwh(BigInt(stored.deposit)),
    serviceFee: microPerKwh(BigInt(stored.serviceFee)),
    exitFee: micro(BigInt(stored.exitFee)),
    green: bps(BigInt(stored.green)),
    capacity: wh(BigInt(stored.capacity)),
  }
}

export function pricingFromJson(json: StoredJson): Pricing {
  const stored = json as unknown as Stored<Pricing>
  return pricingOf(stored.formula, stored.params)
}

export function examplesFromJson(json: StoredJson): WorkedExample[] {
  return (json as unknown as Stored<WorkedExample>[]).map(({ contracted, usage, charge }) => ({
    contracted: wh(BigInt(contracted)),
    usage: {
      registers: mapRegisters(usage.registers, (energy) => wh(BigInt(energy))),
      maxDemand: watt(BigInt(usage.maxDemand)),
      capacity: watt(BigInt(usage.capacity)),
      referencePrice: microPerKwh(BigInt(usage.referencePrice)),
      index: signedMicroPerKwh(BigInt(usage.index)),
      indexCost: signedNano(BigInt(usage.indexCost)),
      elapsed: usage.elapsed,
      whole: usage.whole,
    },
    charge: micro(BigInt(charge)),
  }))
}
