'use client'

import { useTranslations } from 'next-intl'
import { createContext, useContext, type ReactNode } from 'react'
import { Field, Input, type InputProps } from '@/components/ui/field'
import { refusalKey } from '@/lib/errors'
import type { OfferField, OfferText } from './offer-text'
import type { Fault } from './read-offer-text'

export interface OfferForm {
  text: OfferText
  change: (changes: Partial<OfferText>) => void
  /** What is wrong with a field, once the retailer has been there. */
  faultAt: (field: OfferField) => Fault | undefined
  /** The retailer has left a field. */
  leave: (field: OfferField) => void
}

const OfferFormContext = createContext<OfferForm | null>(null)
export const OfferFormProvider = OfferFormContext.Provider

export function useOfferForm(): OfferForm {
  const form = useContext(OfferFormContext)
  if (!form) throw new Error('A field of an offer must stand inside the form of an offer.')
  return form
}

/** The sentence for what is wrong with a field. */
export function useFaultText(field: OfferField): string | undefined {
  const t = useTranslations()
  const fault = useOfferForm().faultAt(field)
  if (!fault) return undefined
  return fault.kind === 'format'
    ? t(`publish.fault.${fault.fault}`)
    : t(refusalKey(fault.refusal.name), fault.refusal.facts as never)
}

/** Fields of one line of text; the parameters of a formula have their own. */
type TextField = Exclude<
  keyof OfferText,
  'params' | 'customerClass' | 'formula' | 'model' | 'area' | 'referenceBasis' | 'ruleBasis'
>

export interface OfferTextFieldProps extends Omit<InputProps, 'value' | 'onChange' | 'onBlur' | 'name'> {
  field: TextField
  label: string
  hint?: ReactNode
  aside?: ReactNode
}

export function OfferTextField({ field, label, hint, aside, ...input }: OfferTextFieldProps) {
  const { text, change, leave } = useOfferForm()
  return (
    <Field label={label} hint={hint} aside={aside} error={useFaultText(field)}>
      <Input
        {...input}
        name={field}
        value={text[field]}
        onChange={(event) => change({ [field]: event.target.value })}
        onBlur={() => leave(field)}
      />
    </Field>
  )
}
