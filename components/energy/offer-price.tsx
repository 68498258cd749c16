import { useLocale } from 'next-intl'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import { formatPriceAmount, PRICE_UNIT } from '@/lib/format/price'
import { Unit } from './energy'
import { priceRange } from './price-range'

/** One price, or the cheapest and the dearest hour. */
export function OfferPrice({ pricing, className }: { pricing: Pricing; className?: string }) {
  const locale = useLocale()
  const { lowest, highest } = priceRange(pricing)
  const amount = formatPriceAmount(lowest, locale)
  return (
    <span className={className}>
      <span className="figure">
        {lowest === highest ? amount : `${amount} – ${formatPriceAmount(highest, locale)}`}
      </span>{' '}
      <Unit>{PRICE_UNIT}</Unit>
    </span>
  )
}
