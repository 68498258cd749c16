import { useLocale, useTranslations } from 'next-intl'
import type { Pricing } from '@/lib/domain/offers/formulas/registry'
import type { WorkedExample } from '@/lib/domain/offers/offer'
import { formatPriceAmount, PRICE_UNIT } from '@/lib/format/price'
import { Unit } from './energy'
import { priceRange } from './price-range'

export interface OfferPriceProps {
  pricing: Pricing
  examples: readonly WorkedExample[]
  className?: string
}

/** One price, or the cheapest and the dearest hour, or about what a month comes to. */
export function OfferPrice({ pricing, examples, className }: OfferPriceProps) {
  const t = useTranslations('market.offer')
  const locale = useLocale()
  const { lowest, highest, isAverage } = priceRange(pricing, examples)
  const amount = formatPriceAmount(lowest, locale)
  const price = lowest === highest ? amount : `${amount} – ${formatPriceAmount(highest, locale)}`
  return (
    <span className={className}>
      <span className="figure">{isAverage ? t('average', { price }) : price}</span> <Unit>{PRICE_UNIT}</Unit>
    </span>
  )
}
