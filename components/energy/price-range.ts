import { exampleAverage } from '@/lib/domain/offers/average-price'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { WorkedExample } from '@/lib/domain/offers/offer'
import { microPerKwh, type MicroPerKwh } from '@/lib/domain/units/units'

export interface PriceRange {
  lowest: MicroPerKwh
  highest: MicroPerKwh
  /** What a month as contracted comes to on average: the offer names no price that holds for every month. */
  isAverage: boolean
}

/** The cheapest and the dearest hour of an offer; the same price twice if there is only one. */
export function priceRange(pricing: Pricing, examples: readonly WorkedExample[]): PriceRange {
  const middle = Math.floor(examples.length / 2)
  switch (pricing.formula) {
    case 'Flat':
      return { ...rangeOf([pricing.params.price]), isAverage: false }
    case 'TimeOfUse':
      return { ...rangeOf(pricing.params.prices), isAverage: false }
    default:
      return {
        ...rangeOf(examples.slice(middle, middle + 1).flatMap((one) => exampleAverage(one) ?? [])),
        isAverage: true,
      }
  }
}

function rangeOf(prices: readonly MicroPerKwh[]): Pick<PriceRange, 'lowest' | 'highest'> {
  const [first = microPerKwh(0n), ...others] = prices
  return others.reduce(
    ({ lowest, highest }, price) => ({
      lowest: price < lowest ? price : lowest,
      highest: price > highest ? price : highest,
    }),
    { lowest: first, highest: first },
  )
}
