'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { SETTLEMENT_MODELS } from '@/lib/domain/offers/offer'
import { ChoiceCards } from './choice-cards'
import { OfferTextField, useOfferForm } from './offer-form-context'

/** Who bills the customer and who is paid what. */
export function SettlementSection() {
  const t = useTranslations('publish.settlement')
  const { text, change } = useOfferForm()
  return (
    <Card title={t('title')} lead={t('lead')}>
      <div className="space-y-5">
        <ChoiceCards
          legend={t('model')}
          choices={SETTLEMENT_MODELS.map((value) => ({
            value,
            label: t(`models.${value}.name`),
            meaning: t(`models.${value}.meaning`),
          }))}
          chosen={text.model}
          onChoose={(model) => change({ model })}
        />
        {text.model === 'GridLed' && (
          <OfferTextField field="serviceFee" label={t('serviceFee')} hint={t('serviceFeeHint')} unit={t('perKwh')} />
        )}
      </div>
    </Card>
  )
}
