'use client'

import { useTranslations } from 'next-intl'
import { useFormulaWords } from '@/components/energy/formula-words'
import { hoursOfRegister, windowText } from '@/components/energy/register-hours'
import { Field, Input } from '@/components/ui/field'
import { marketRegisterCalendar, REGISTERS, type Register } from '@/lib/domain/metering/registers'
import type { Parameter } from '@/lib/domain/offers/formulas/parameter'
import type { FormulaName } from '@/lib/domain/offers/formulas/registry'
import { ChoiceCards } from './choice-cards'
import { useFaultText, useOfferForm } from './offer-form-context'
import { paramKey, type ParamKey } from './offer-text'
import { UNIT_LABEL } from './read-params'

export interface ParamFieldProps {
  formula: FormulaName
  name: string
  parameter: Parameter
}

/** What a retailer enters for one parameter: a choice, one value, or one value for each register. */
export function ParamField({ formula, name, parameter }: ParamFieldProps) {
  const words = useFormulaWords()
  const { text, change } = useOfferForm()
  const own = `${formula}.params.${name}`
  const [label, hint] = [words(`${own}.label`, name), words(`${own}.hint`, '')]
  const key = paramKey(formula, name)
  if ('choices' in parameter) {
    return (
      <ChoiceCards
        legend={label}
        columns
        choices={parameter.choices.map((value) => ({
          value,
          label: words(`${own}.choices.${value}.name`, value),
          meaning: words(`${own}.choices.${value}.meaning`, ''),
        }))}
        chosen={text.params[key] ?? parameter.choices[0]}
        onChoose={(value) => change({ params: { ...text.params, [key]: value } })}
      />
    )
  }
  const unit = UNIT_LABEL[parameter.unit]
  if (parameter.each !== 'register') {
    return <ValueField field={key} label={label} hint={hint} unit={unit} isOptional={parameter.optional} />
  }
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">{label}</legend>
      {hint && <p className="mt-1 mb-4 text-sm text-quiet">{hint}</p>}
      <div className="space-y-4">
        {REGISTERS.map((register) => (
          <RegisterField key={register} field={paramKey(formula, name, register)} register={register} unit={unit} />
        ))}
      </div>
    </fieldset>
  )
}

/** The market's hours are the same in every month, so any month tells them. */
const ANY_MONTH = 1

function RegisterField({ register, ...field }: { field: ParamKey; register: Register; unit: string }) {
  const t = useTranslations('energy.register')
  const hours = hoursOfRegister(marketRegisterCalendar, register, ANY_MONTH).map(windowText).join(', ')
  return <ValueField {...field} label={t(register)} aside={<span className="figure whitespace-normal">{hours}</span>} />
}

interface ValueFieldProps {
  field: ParamKey
  label: string
  hint?: string
  aside?: React.ReactNode
  unit: string
  isOptional?: boolean
}

function ValueField({ field, label, hint, aside, unit, isOptional }: ValueFieldProps) {
  const optional = useTranslations('ui')('optional')
  const { text, change, leave } = useOfferForm()
  return (
    <Field label={label} hint={hint} aside={aside ?? (isOptional && optional)} error={useFaultText(field)}>
      <Input
        name={field}
        unit={unit}
        value={text.params[field] ?? ''}
        onChange={(event) => change({ params: { ...text.params, [field]: event.target.value } })}
        onBlur={() => leave(field)}
      />
    </Field>
  )
}
