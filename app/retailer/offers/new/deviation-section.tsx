'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { OfferTextField } from './offer-form-context'

/** What happens when a month leaves the band around its contracted energy. */
export function DeviationSection() {
  const t = useTranslations('publish.deviation')
  return (
    <Card title={t('title')} lead={t('lead')}>
      <div className="grid gap-5 sm:grid-cols-2">
        <OfferTextField field="lower" label={t('lower')} hint={t('lowerHint')} unit="%" />
        <OfferTextField field="upper" label={t('upper')} hint={t('upperHint')} unit="%" />
        <OfferTextField field="excess" label={t('excess')} hint={t('excessHint')} unit="%" />
        <OfferTextField field="shortfall" label={t('shortfall')} hint={t('shortfallHint')} unit={t('perKwh')} />
      </div>
    </Card>
  )
}
