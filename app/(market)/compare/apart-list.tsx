import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { shortHex } from '@/lib/format/hex'
import { formatEnergy } from '@/lib/format/energy'
import { formatDay } from '@/lib/format/period'
import type { Wh } from '@/lib/domain/units/units'
import { monthText } from './month-text'
import type { ComparedRow } from './worker/protocol'

/** Offers that cannot be had, each with its reason: nothing disappears silently. */
export function ApartList({ rows }: { rows: readonly ComparedRow[] }) {
  const t = useTranslations('compare.apart')
  return (
    <details className="rounded-card border border-line bg-surface" data-apart="">
      <summary className="flex min-h-11 items-center px-4 py-2 font-medium -outline-offset-4 hover:text-accent sm:px-6">
        {t('title', { count: rows.length })}
      </summary>
      <ul className="divide-y divide-line border-t border-line">
        {rows.map((row) => (
          <li key={row.id} className="px-4 py-3 text-sm sm:px-6">
            <p className="font-medium">
              {row.name} <span className="font-normal text-quiet">{row.retailerName ?? shortHex(row.retailer)}</span>
            </p>
            <Reasons row={row} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Reasons({ row: { cost, unpriced } }: { row: ComparedRow }) {
  const t = useTranslations('compare.apart')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const texts = (cost?.obstacles ?? []).map((one) => {
    switch (one.name) {
      case 'OfferOutOfReach':
        return t(`reach.${one.part}`)
      case 'OfferNotYetValid':
        return t('OfferNotYetValid', { from: formatDay(one.validFrom, style) })
      case 'OfferExpired':
        return t('OfferExpired', { until: formatDay(one.validUntil, style) })
      case 'OfferIsWithdrawn':
        return t('OfferIsWithdrawn')
      case 'OfferSoldOut':
        return t('OfferSoldOut', { capacity: formatEnergy(one.capacity, style.locale, { digits: 0 }) })
      case 'ContractedTooMuch':
        return t('ContractedTooMuch', {
          month: monthText(`2000-${String(one.month).padStart(2, '0')}`, style.locale, { year: false }),
          possible: formatEnergy(one.possible as Wh, style.locale, { digits: 0 }),
        })
    }
  })
  if (unpriced) texts.push(t(`unpriced.${unpriced.name}`))
  return texts.map((text) => (
    <p key={text} className="mt-0.5 text-soft">
      {text}
    </p>
  ))
}
