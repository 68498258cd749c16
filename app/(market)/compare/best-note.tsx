'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { micro } from '@/lib/domain/units/units'
import { sentenceGap } from '@/lib/format/locale'
import { formatMoney } from '@/lib/format/money'
import { formatPrice } from '@/lib/format/price'
import { twoCheapest, type PricedRow } from './ranking'

/** Which offer is the cheapest for this use, by how much, and where that comes from. Nothing where there is nothing to compare. */
export function BestNote({ shown }: { shown: readonly PricedRow[] }) {
  const t = useTranslations('compare.best')
  const locale = useLocale()
  const [best, next] = twoCheapest(shown)
  if (!best || !next) return null
  const [price, nextPrice] = [best.cost.averagePrice, next.cost.averagePrice]
  const less = formatMoney(micro(next.cost.likely - best.cost.likely), locale)
  const sentences = [
    t('less', { less, next: next.name }),
    price === null || nextPrice === null
      ? null
      : t('price', { price: formatPrice(price, locale), nextPrice: formatPrice(nextPrice, locale) }),
    best.cost.high > next.cost.low ? t('close') : t('clear', { next: next.name }),
  ]
  return (
    <Callout tone="success" title={t('title', { name: best.name })}>
      {sentences.filter((sentence) => sentence !== null).join(sentenceGap[locale])}
    </Callout>
  )
}
