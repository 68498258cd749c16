'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { RegisterName } from '@/components/energy/register-name'
import { Field, Input, Select, Textarea } from '@/components/ui/field'
import { REGISTERS } from '@/lib/domain/metering/registers'
import type { Outcome } from './outcome'

interface Named {
  name: string
  label: ReactNode
  hint?: ReactNode
  outcome: Outcome | null
  className?: string
}

export interface TextFieldProps
  extends Named, Pick<ComponentProps<typeof Input>, 'unit' | 'numeric' | 'type' | 'maxLength'> {
  /** What stands in it before anything was typed. */
  initial?: string
}

/** One line of a form: what was typed stays in it, with what is wrong with it. */
export function TextField({ name, label, hint, outcome, className, initial = '', ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={useFault(outcome, name)} className={className}>
      <Input name={name} defaultValue={typedIn(outcome, name, initial)} {...rest} />
    </Field>
  )
}

export function AreaField({ name, label, hint, outcome, className, rows = 3 }: Named & { rows?: number }) {
  return (
    <Field label={label} hint={hint} error={useFault(outcome, name)} className={className}>
      <Textarea
        name={name}
        rows={rows}
        spellCheck={false}
        className="font-mono text-sm"
        defaultValue={typedIn(outcome, name, '')}
      />
    </Field>
  )
}

export interface ChoiceFieldProps extends Named {
  choices: readonly { value: string; text: string }[]
  onChoose?: (value: string) => void
}

export function ChoiceField({ name, label, hint, outcome, className, choices, onChoose }: ChoiceFieldProps) {
  const initial = typedIn(outcome, name, choices[0]?.value ?? '')
  return (
    <Field label={label} hint={hint} error={useFault(outcome, name)} className={className}>
      <Select key={initial} name={name} defaultValue={initial} onChange={({ target }) => onChoose?.(target.value)}>
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  )
}

export interface DialFieldsProps {
  /** Of the fields' names: `prefix.sharp` and so on. */
  prefix: string
  legend: ReactNode
  outcome: Outcome | null
  initial?: Readonly<Record<string, string>>
}

/** What the dials of a meter show: five registers and what it gave to the grid. */
export function DialFields({ prefix, legend, outcome, initial = {} }: DialFieldsProps) {
  const t = useTranslations('meters.fields')
  const field = (name: string, label: ReactNode) => (
    <TextField
      key={name}
      name={`${prefix}.${name}`}
      label={label}
      outcome={outcome}
      initial={initial[name] ?? '0'}
      unit="kWh"
      maxLength={40}
    />
  )
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{legend}</legend>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {REGISTERS.map((register) => field(register, <RegisterName register={register} />))}
        {field('export', t('export'))}
      </div>
    </fieldset>
  )
}

function typedIn(outcome: Outcome | null, name: string, initial: string): string {
  return outcome?.typed[name] ?? initial
}

function useFault(outcome: Outcome | null, name: string): string | undefined {
  const t = useTranslations('meters.faults')
  const fault = outcome?.kind === 'faulty' ? outcome.faults[name] : undefined
  return fault && t(fault)
}
