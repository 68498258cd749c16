import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { Price } from '@/components/energy/price'
import { Card } from '@/components/ui/card'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import { Hint } from '@/components/ui/hint'
import type { Offer } from '@/lib/domain/offers/offer'
import { formatBasisPoints } from '@/lib/format/number'

/** What is agreed beside the price. */
export function TermsCard({ offer }: { offer: Offer }) {
  const t = useTranslations('offers.terms')
  const locale = useLocale()
  const fact = (
    key: 'deposit' | 'exitFee' | 'notice' | 'coolingOff' | 'model',
    description: Description['description'],
  ) => ({
    key,
    term: t(`${key}.term`),
    hint: (
      <Hint label={t('about', { term: t(`${key}.term`) })} title={t(`${key}.term`)}>
        {key === 'model' ? t(`model.${offer.model}.meaning`) : t(`${key}.meaning`)}
      </Hint>
    ),
    description,
  })
  const items: Description[] = [
    { key: 'term', term: t('term'), description: t('months', { count: offer.termPeriods }) },
    fact('deposit', offer.deposit === 0n ? t('none') : <Price microPerKwh={offer.deposit} />),
    fact('exitFee', offer.exitFee === 0n ? t('none') : <Money micro={offer.exitFee} />),
    fact('notice', offer.noticeDays === 0 ? t('none') : t('days', { count: offer.noticeDays })),
    fact('coolingOff', offer.coolingOffDays === 0 ? t('none') : t('days', { count: offer.coolingOffDays })),
    { key: 'green', term: t('green'), description: formatBasisPoints(offer.green, locale) },
    fact('model', t(`model.${offer.model}.name`)),
    {
      key: 'referenceBasis',
      term: t('referenceBasis.term'),
      description: t(`referenceBasis.${offer.deviation.referenceBasis}`),
    },
    { key: 'ruleBasis', term: t('ruleBasis.term'), description: t(`ruleBasis.${offer.deviation.ruleBasis}`) },
    { key: 'validUntil', term: t('validUntil'), description: <Moment at={offer.validUntil} /> },
  ]
  if (offer.model === 'GridLed' && offer.serviceFee > 0n) {
    items.push({ key: 'serviceFee', term: t('serviceFee'), description: <Price microPerKwh={offer.serviceFee} /> })
  }
  if (offer.capacity > 0n)
    items.push({ key: 'capacity', term: t('capacity'), description: <Energy wh={offer.capacity} /> })
  return (
    <Card title={t('title')} className="later">
      <DescriptionList items={items} />
      <p className="mt-5 border-t border-line pt-4 text-sm text-soft">{t(`model.${offer.model}.meaning`)}</p>
    </Card>
  )
}
