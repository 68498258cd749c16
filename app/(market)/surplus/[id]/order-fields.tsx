'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field, Input, Select } from '@/components/ui/field'
import type { Wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import { CURRENCY_SYMBOL } from '@/lib/format/money'
import { stepped, type EnergyFault, type PriceFault } from './order-text'

interface TextFieldProps<Fault> {
  label: string
  hint: string
  text: string
  onText: (text: string) => void
  fault: Fault | null
}

export function EnergyField({ most, ...props }: TextFieldProps<EnergyFault> & { most: Wh | null }) {
  const t = useTranslations('sessions.order.wrongEnergy')
  const locale = useLocale()
  const { label, hint, text, onText, fault } = props
  return (
    <Field
      label={label}
      hint={hint}
      error={fault ? t(fault, { most: most === null ? '' : formatEnergy(most, locale) }) : undefined}
    >
      <Input unit="kWh" value={text} data-order="energy" onChange={(event) => onText(event.target.value)} />
    </Field>
  )
}

/** A price in steps of a tick: typed, stepped by the buttons, or by the arrow keys. */
export function PriceField({ label, hint, text, onText, fault }: TextFieldProps<PriceFault>) {
  const t = useTranslations('sessions.order')
  function step(event: KeyboardEvent) {
    const steps = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : null
    if (steps === null) return
    event.preventDefault()
    onText(stepped(text, steps))
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <Field label={label} hint={hint} error={fault ? t(`wrongPrice.${fault}`) : undefined}>
        <Input
          unit={`${CURRENCY_SYMBOL} / kWh`}
          value={text}
          data-order="price"
          onChange={(event) => onText(event.target.value)}
          onKeyDown={step}
        />
      </Field>
      <div role="group" aria-label={t('steps')} className="flex gap-2">
        <Button size="small" onClick={() => onText(stepped(text, -1))} aria-label={t('stepDown')}>
          −0.001
        </Button>
        <Button size="small" onClick={() => onText(stepped(text, 1))} aria-label={t('stepUp')}>
          +0.001
        </Button>
      </div>
    </div>
  )
}

export interface Choice {
  id: string
  label: string
}

/** Which of several; nothing to choose, nothing to see. */
export function ChoiceField({
  label,
  choices,
  chosen,
  onChoose,
}: {
  label: string
  choices: readonly Choice[]
  chosen: string
  onChoose: (id: string) => void
}) {
  if (choices.length < 2) return null
  return (
    <Field label={label}>
      <Select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
