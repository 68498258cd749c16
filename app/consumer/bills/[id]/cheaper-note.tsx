import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Callout } from '@/components/ui/callout'
import { formatMoney } from '@/lib/format/money'
import { cheaperOffer, type PresentSupply } from '@/lib/services/cheaper-offer'

/** What would cost less for the customer's own use. Nothing if nothing does. */
export async function CheaperNote({ viewer, supply }: { viewer: { address: string }; supply: PresentSupply }) {
  // Advice is no part of the bill: the bill is shown without it where it cannot be worked out.
  const offer = await cheaperOffer(viewer, supply).catch((error: unknown) => {
    console.error('a cheaper offer could not be looked for', error)
    return null
  })
  if (!offer) return null
  const [t, locale] = await Promise.all([getTranslations('bill.cheaper'), getLocale()])
  return (
    <Callout
      tone="info"
      className="mt-5"
      title={t('title', { saving: formatMoney(offer.saving, locale) })}
      todo={
        <Link href={`/offers/${offer.id}`} className="link inline-flex min-h-11 items-center sm:min-h-8">
          {t('look', { name: offer.name })}
        </Link>
      }
    >
      <p>{t('meaning', { name: offer.name, retailer: offer.retailerName ?? '' })}</p>
      {offer.exitFee > 0n && <p className="mt-1">{t('exitFee', { fee: formatMoney(offer.exitFee, locale) })}</p>}
    </Callout>
  )
}
