import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { OfferKind } from '@/components/energy/offer-kind'
import { OfferPrice } from '@/components/energy/offer-price'
import type { OfferRow } from '@/lib/db/read/offers'
import { shortHex } from '@/lib/format/hex'
import { formatBasisPoints } from '@/lib/format/number'

/** An offer as a newcomer compares it. The whole card is the link; its name is the name of the offer. */
export function OfferCard({ row }: { row: OfferRow }) {
  const t = useTranslations('market.offer')
  const locale = useLocale()
  const { offer, pricing, examples } = row
  const band = {
    lower: formatBasisPoints(offer.deviation.lower, locale),
    upper: formatBasisPoints(offer.deviation.upper, locale),
  }
  const facts = [
    { key: 'for', term: t('for'), text: t(`class.${offer.customerClass}`) },
    { key: 'term', term: t('term'), text: t('months', { count: offer.termPeriods }) },
    { key: 'band', term: t('band'), text: t('bandRange', band) },
    { key: 'green', term: t('green'), text: formatBasisPoints(offer.green, locale) },
  ]
  return (
    <article className="group relative flex h-full flex-col rounded-card border border-line bg-surface p-4 transition-colors hover:border-edge sm:p-6">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-lg font-semibold tracking-tight wrap-anywhere">
            <Link
              href={`/offers/${row.id}`}
              className="after:absolute after:inset-0 after:rounded-card group-hover:text-accent"
            >
              {row.name}
            </Link>
          </h3>
          <p className="mt-0.5 text-sm text-quiet">{row.retailerName ?? shortHex(row.retailer)}</p>
        </div>
        <OfferKind formula={pricing.formula} />
      </div>
      <OfferPrice pricing={pricing} examples={examples} className="mt-5 block text-xl font-semibold tracking-tight" />
      <p className="mt-1 text-sm text-quiet">{t('priceNote')}</p>
      <dl className="mt-5 grid grid-cols-2 gap-x-6 gap-y-3 border-t border-line pt-4 text-sm">
        {facts.map((fact) => (
          <div key={fact.key} className="flex min-w-0 flex-col justify-between">
            <dt className="text-quiet">{fact.term}</dt>
            <dd className="mt-0.5 font-medium">{fact.text}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
