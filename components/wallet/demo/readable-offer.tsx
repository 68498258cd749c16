'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { Price } from '@/components/energy/price'
import type { Description } from '@/components/ui/description-list'
import type { Offer } from '@/lib/domain/offers/offer'
import { formatBasisPoints } from '@/lib/format/number'

/** The terms of an offer that is about to be published for good, by name and in units. */
export function usePublishedTerms(offer: Offer, name: string): Description[] {
  const t = useTranslations('wallet.call.offerTerms')
  const locale = useLocale()
  const ratio = (of: 'lower' | 'upper' | 'excess') => formatBasisPoints(offer.deviation[of], locale)
  const days = (count: number) => (count === 0 ? t('none') : t('days', { count }))
  return [
    { key: 'name', term: t('name'), description: name },
    { key: 'class', term: t('for'), description: t(`class.${offer.customerClass}`) },
    {
      key: 'cap',
      term: t('cap'),
      description: offer.priceCap === 0n ? t('none') : <Price microPerKwh={offer.priceCap} exact />,
    },
    { key: 'band', term: t('band'), description: `${ratio('lower')} – ${ratio('upper')}` },
    { key: 'excess', term: t('excess'), description: t('ofReference', { ratio: ratio('excess') }) },
    { key: 'shortfall', term: t('shortfall'), description: <Price microPerKwh={offer.deviation.shortfall} /> },
    { key: 'deposit', term: t('deposit'), description: <Price microPerKwh={offer.deposit} /> },
    { key: 'term', term: t('term'), description: t('months', { count: offer.termPeriods }) },
    {
      key: 'exitFee',
      term: t('exitFee'),
      description: offer.exitFee === 0n ? t('none') : <Money micro={offer.exitFee} />,
    },
    { key: 'notice', term: t('notice'), description: days(offer.noticeDays) },
    { key: 'coolingOff', term: t('coolingOff'), description: days(offer.coolingOffDays) },
    { key: 'green', term: t('green'), description: formatBasisPoints(offer.green, locale) },
    {
      key: 'capacity',
      term: t('capacity'),
      description: offer.capacity === 0n ? t('none') : <Energy wh={offer.capacity} />,
    },
    { key: 'validUntil', term: t('validUntil'), description: <Moment at={offer.validUntil} precision="minute" /> },
  ]
}
