'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { OfferTextField } from './offer-form-context'

/** Until when and how much of it can be sold. */
export function AvailabilitySection({ today }: { today: string }) {
  const t = useTranslations('publish.availability')
  const optional = useTranslations('ui')('optional')
  return (
    <Card title={t('title')} lead={t('lead')}>
      <div className="grid gap-5 sm:grid-cols-2">
        <OfferTextField field="validUntil" label={t('validUntil')} hint={t('validUntilHint')} type="date" min={today} />
        <OfferTextField field="capacity" label={t('capacity')} hint={t('capacityHint')} aside={optional} unit="kWh" />
      </div>
    </Card>
  )
}
