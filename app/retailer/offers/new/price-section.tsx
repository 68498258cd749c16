'use client'

import { useTranslations } from 'next-intl'
import { useFormulaWords } from '@/components/energy/formula-words'
import { Card } from '@/components/ui/card'
import type { Parameter } from '@/lib/domain/offers/formulas/parameter'
import { FORMULA_NAMES, parametersOf } from '@/lib/domain/offers/formulas/registry'
import { ChoiceCards } from './choice-cards'
import { OfferTextField, useOfferForm } from './offer-form-context'
import { ParamField } from './param-field'
import { TierTable } from './tier-table'

/** Lists are typed together, as one table of tiers. */
function isList(parameter: Parameter): boolean {
  return 'each' in parameter && parameter.each === 'item'
}

/** The formula, and only the fields that it has. */
export function PriceSection() {
  const t = useTranslations('publish.price')
  const optional = useTranslations('ui')('optional')
  const words = useFormulaWords()
  const { text, change } = useOfferForm()
  return (
    <Card title={t('title')} lead={t('lead')}>
      <div className="space-y-5">
        <ChoiceCards
          legend={t('formula')}
          columns
          choices={FORMULA_NAMES.map((value) => ({
            value,
            label: words(`${value}.name`, value),
            meaning: words(`${value}.meaning`, ''),
          }))}
          chosen={text.formula}
          onChoose={(formula) => change({ formula })}
        />
        {Object.entries(parametersOf(text.formula)).map(([name, parameter]) =>
          isList(parameter) ? null : (
            <ParamField key={`${text.formula}.${name}`} formula={text.formula} name={name} parameter={parameter} />
          ),
        )}
        {Object.values(parametersOf(text.formula)).some(isList) && <TierTable formula={text.formula} />}
        <OfferTextField field="priceCap" label={t('cap')} hint={t('capHint')} aside={optional} unit={t('unit')} />
      </div>
    </Card>
  )
}
