'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CURRENCY_SYMBOL } from '@/lib/format/money'
import { OfferTextField } from './offer-form-context'

/** How long it runs, how it ends and what is held meanwhile. */
export function TermsSection() {
  const t = useTranslations('publish.terms')
  return (
    <Card title={t('title')}>
      <div className="grid gap-5 sm:grid-cols-2">
        <OfferTextField field="termPeriods" label={t('term')} hint={t('termHint')} unit={t('months')} />
        <OfferTextField field="deposit" label={t('deposit')} hint={t('depositHint')} unit={t('perKwh')} />
        <OfferTextField field="exitFee" label={t('exitFee')} hint={t('exitFeeHint')} unit={CURRENCY_SYMBOL} />
        <OfferTextField field="noticeDays" label={t('notice')} hint={t('noticeHint')} unit={t('days')} />
        <OfferTextField field="coolingOffDays" label={t('coolingOff')} hint={t('coolingOffHint')} unit={t('days')} />
        <OfferTextField field="green" label={t('green')} hint={t('greenHint')} unit="%" />
      </div>
    </Card>
  )
}
