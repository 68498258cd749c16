'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { REFERENCE_BASES, RULE_BASES } from '@/lib/domain/offers/offer'
import { ChoiceCards } from './choice-cards'
import { OfferTextField, useOfferForm } from './offer-form-context'

/** What happens when a month leaves the band around its contracted energy. */
export function DeviationSection() {
  const t = useTranslations('publish.deviation')
  const { text, change } = useOfferForm()
  return (
    <Card title={t('title')} lead={t('lead')}>
      <div className="grid gap-5 sm:grid-cols-2">
        <OfferTextField field="lower" label={t('lower')} hint={t('lowerHint')} unit="%" />
        <OfferTextField field="upper" label={t('upper')} hint={t('upperHint')} unit="%" />
        <OfferTextField field="excess" label={t('excess')} hint={t('excessHint')} unit="%" />
        <OfferTextField field="shortfall" label={t('shortfall')} hint={t('shortfallHint')} unit={t('perKwh')} />
      </div>
      <div className="mt-5 space-y-5">
        <ChoiceCards
          legend={t('referenceBasis')}
          columns
          choices={REFERENCE_BASES.map((value) => ({
            value,
            label: t(`referenceBases.${value}.name`),
            meaning: t(`referenceBases.${value}.meaning`),
          }))}
          chosen={text.referenceBasis}
          onChoose={(referenceBasis) => change({ referenceBasis })}
        />
        <ChoiceCards
          legend={t('ruleBasis')}
          columns
          choices={RULE_BASES.map((value) => ({
            value,
            label: t(`ruleBases.${value}.name`),
            meaning: t(`ruleBases.${value}.meaning`),
          }))}
          chosen={text.ruleBasis}
          onChoose={(ruleBasis) => change({ ruleBasis })}
        />
      </div>
    </Card>
  )
}
