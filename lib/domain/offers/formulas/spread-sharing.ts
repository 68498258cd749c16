/** The reference price less a share of the spread below it. Mirrors SpreadSharingFormula. Vectors: formulas/spread-sharing.json. */
import { BPS_ONE, nano, wh, type Bps, type MicroPerKwh, type SignedMicroPerKwh } from '../../units/units'
import type { Determinants } from '../determinants'
import { energyOf } from '../usage'
import { defineFormula } from './formula'

interface SpreadParams {
  share: Bps
  floor: MicroPerKwh
}

export const spreadSharing = defineFormula({
  name: 'SpreadSharing',
  parameters: {
    /** Of the spread, for the consumer. */
    share: { unit: 'Bps' },
    /** Least discount per kWh guaranteed to the consumer. */
    floor: { unit: 'MicroPerKwh', optional: true },
  },
  needs: ['referencePrice', 'index'],
  accepts: ({ share }) => share <= BPS_ONE,
  cost: (params, usage) => nano(costOf(params, usage)),
  rows(params, usage) {
    const energy = energyOf(usage)
    const full = energy * usage.referencePrice
    const discount = discountOf(params, usage) / -BPS_ONE
    return [
      { what: 'reference', energy: wh(energy), price: usage.referencePrice, cost: full },
      {
        what: isGuaranteed(params, usage) ? 'guaranteedDiscount' : 'discount',
        energy: wh(energy),
        price: discount as SignedMicroPerKwh,
        cost: costOf(params, usage) - full,
      },
    ]
  },
})

/**
 * In ten-thousandths of a price until the one division, which rounds down: the payer keeps the dust. The discount is never
 * negative, so nobody pays more than the reference price; one above that price makes the energy free.
 */
function costOf(params: SpreadParams, usage: Determinants): bigint {
  const price = usage.referencePrice * BPS_ONE - discountOf(params, usage)
  return price < 0n ? 0n : (energyOf(usage) * price) / BPS_ONE
}

/** In ten-thousandths of a price. */
function discountOf(params: SpreadParams, usage: Determinants): bigint {
  return isGuaranteed(params, usage) ? params.floor * BPS_ONE : sharedSpread(params, usage)
}

function isGuaranteed(params: SpreadParams, usage: Determinants): boolean {
  return sharedSpread(params, usage) < params.floor * BPS_ONE
}

function sharedSpread({ share }: SpreadParams, { referencePrice, index }: Determinants): bigint {
  return (referencePrice - index) * share
}
