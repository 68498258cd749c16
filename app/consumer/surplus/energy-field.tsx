'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Field, Input } from '@/components/ui/field'
import type { Wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import { parseKwh } from '@/lib/format/parse-amount'

export type EnergyFault = 'malformed' | 'zero' | 'tooMuch'
export type TypedEnergy = { ok: true; energy: Wh } | { ok: false; fault: EnergyFault }

/** Energy as it was typed, of what there is. */
export function typedEnergy(text: string, most: Wh): TypedEnergy {
  const energy = parseKwh(text)
  if (energy === null) return { ok: false, fault: 'malformed' }
  if (energy === 0n) return { ok: false, fault: 'zero' }
  return energy > most ? { ok: false, fault: 'tooMuch' } : { ok: true, energy }
}

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
