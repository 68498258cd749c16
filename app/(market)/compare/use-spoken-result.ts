import { useLocale, useTranslations } from 'next-intl'
import { formatMoney } from '@/lib/format/money'
import type { PricedRow } from './ranking'

/** What a screen reader says when the list has changed. */
export function useSpokenResult(shown: readonly PricedRow[]): string {
  const t = useTranslations('compare.results')
  const locale = useLocale()
  const [first] = shown
  if (!first) return t('spokenNone')
  const cost = formatMoney(first.cost.likely, locale, { digits: 0 })
  return t('spoken', { count: shown.length, name: first.name, cost })
}
