'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Field, Input } from '@/components/ui/field'
import type { Wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import type { EnergyFault } from './typed-energy'

export interface EnergyFieldProps {
  label: string
  most: Wh
  text: string
  onText: (text: string) => void
  /** Shown only once somebody tried to go on. */
  fault: EnergyFault | null
}

export function EnergyField({ label, most, text, onText, fault }: EnergyFieldProps) {
  const t = useTranslations('credits.energy')
  const locale = useLocale()
  const facts = { most: formatEnergy(most, locale, { exact: true }) }
  return (
    <Field label={label} hint={t('most', facts)} error={fault ? t(fault, facts) : undefined}>
      <Input name="energy" unit="kWh" numeric value={text} onChange={(event) => onText(event.target.value)} />
    </Field>
  )
}
