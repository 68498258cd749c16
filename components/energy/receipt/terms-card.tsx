import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { Money } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import { Price } from '@/components/energy/price'
import { Card } from '@/components/ui/card'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import { coolingOffEnd, termEndOf } from '@/lib/domain/agreements/dates'
import type { Offer } from '@/lib/domain/offers/offer'
import type { Micro } from '@/lib/domain/units/units'
import { formatBasisPoints } from '@/lib/format/number'
import { formatLastDay, formatMinute } from '@/lib/format/period'
import type { ReceiptAgreement } from './receipt'

interface TermsCardProps {
  agreement: ReceiptAgreement
  offer: Offer
}

/** From when to when, how to leave, what is set aside, and what a month that turns out differently costs. */
export function TermsCard({ agreement, offer }: TermsCardProps) {
  const t = useTranslations('receipt.terms')
  return (
    <Card title={t('title')}>
      <DescriptionList items={[...useDates(agreement, offer), ...useDeviation(offer)]} />
    </Card>
  )
}

function useDates({ start, termPeriods, signedAt, deposit }: ReceiptAgreement, offer: Offer): Description[] {
  const t = useTranslations('receipt.terms')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const end = formatLastDay(termEndOf(start, termPeriods, style.timeZone), style)
  const until = formatMinute(coolingOffEnd(signedAt, offer.coolingOffDays), style)
  return [
    { key: 'start', term: t('start'), description: <Moment at={start} /> },
    { key: 'term', term: t('term'), description: t('months', { count: termPeriods, end }) },
    {
      key: 'coolingOff',
      term: t('coolingOff'),
      description: offer.coolingOffDays === 0 ? t('none') : t('until', { until }),
    },
    {
      key: 'notice',
      term: t('notice'),
      description: offer.noticeDays === 0 ? t('none') : t('days', { count: offer.noticeDays }),
    },
    { key: 'exitFee', term: t('exitFee'), description: <MoneyOrNone amount={offer.exitFee} /> },
    { key: 'deposit', term: t('deposit'), description: <MoneyOrNone amount={deposit} /> },
    { key: 'gas', term: t('gas'), description: t('gasNone') },
  ]
}

function useDeviation({ deviation, green }: Offer): Description[] {
  const t = useTranslations('receipt.terms')
  const locale = useLocale()
  const [lower, upper, excess] = [deviation.lower, deviation.upper, deviation.excess].map((ratio) =>
    formatBasisPoints(ratio, locale),
  )
  return [
    { key: 'band', term: t('band'), description: t(`basis.${deviation.ruleBasis}`, { lower: lower!, upper: upper! }) },
    { key: 'below', term: t('below'), description: <Price microPerKwh={deviation.shortfall} /> },
    { key: 'above', term: t('above'), description: t(`reference.${deviation.referenceBasis}`, { excess: excess! }) },
    { key: 'green', term: t('green'), description: formatBasisPoints(green, locale) },
  ]
}

function MoneyOrNone({ amount }: { amount: Micro }) {
  const t = useTranslations('receipt.terms')
  return amount === 0n ? t('none') : <Money micro={amount} />
}
