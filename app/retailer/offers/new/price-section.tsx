'use client'

import { useTranslations } from 'next-intl'
import { hoursOfRegister, windowText } from '@/components/energy/register-hours'
import { Card } from '@/components/ui/card'
import { Field, Input } from '@/components/ui/field'
import { marketRegisterCalendar, REGISTERS, type Register } from '@/lib/domain/metering/registers'
import { FORMULA_NAMES } from '@/lib/domain/offers/formulas/registry'
import { ChoiceCards } from './choice-cards'
import { OfferTextField, useFaultText, useOfferForm } from './offer-form-context'

/** One price, or one for each register with the hours it applies. */
export function PriceSection() {
  const t = useTranslations('publish.price')
  const { text, change } = useOfferForm()
  return (
    <Card title={t('title')} lead={t('lead')}>
      <div className="space-y-5">
        <ChoiceCards
          legend={t('formula')}
          columns
          choices={FORMULA_NAMES.map((value) => ({
            value,
            label: t(`formulas.${value}.name`),
            meaning: t(`formulas.${value}.meaning`),
          }))}
          chosen={text.formula}
          onChoose={(formula) => change({ formula })}
        />
        {text.formula === 'Flat' ? (
          <OfferTextField field="price" label={t('price')} unit={t('unit')} placeholder="0.3845" />
        ) : (
          <fieldset className="min-w-0">
            <legend className="text-sm font-medium">{t('registers')}</legend>
            <p className="mt-1 mb-4 text-sm text-quiet">{t('registersHint')}</p>
            <div className="space-y-4">
              {REGISTERS.map((register) => (
                <RegisterPriceField key={register} register={register} />
              ))}
            </div>
          </fieldset>
        )}
      </div>
    </Card>
  )
}

/** The market's hours are the same in every month, so any month tells them. */
const ANY_MONTH = 1

function RegisterPriceField({ register }: { register: Register }) {
  const t = useTranslations()
  const { text, change, leave } = useOfferForm()
  const hours = hoursOfRegister(marketRegisterCalendar, register, ANY_MONTH).map(windowText).join(', ')
  return (
    <Field
      label={t(`energy.register.${register}`)}
      aside={<span className="figure whitespace-normal">{hours}</span>}
      error={useFaultText(`prices.${register}`)}
    >
      <Input
        name={`prices.${register}`}
        unit={t('publish.price.unit')}
        value={text.prices[register]}
        onChange={(event) => change({ prices: { ...text.prices, [register]: event.target.value } })}
        onBlur={() => leave(`prices.${register}`)}
      />
    </Field>
  )
}
