import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { MicroPerKwh } from '@/lib/domain/units/units'

/** The cheapest and the dearest hour of an offer; the same price twice if there is only one. */
export function priceRange(pricing: Pricing): { lowest: MicroPerKwh; highest: MicroPerKwh } {
  switch (pricing.formula) {
    case 'Flat':
      return { lowest: pricing.params.price, highest: pricing.params.price }
    case 'TimeOfUse': {
      const [first, ...others] = pricing.params.prices
      return others.reduce(
        ({ lowest, highest }, price) => ({
          lowest: price < lowest ? price : lowest,
          highest: price > highest ? price : highest,
        }),
        { lowest: first, highest: first },
      )
    }
  }
}
