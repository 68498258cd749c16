'use client'

import { createContext, useContext, useId, type ComponentProps, type ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

interface FieldIds {
  control: string
  describedBy: string | undefined
  invalid: boolean
}

const FieldContext = createContext<FieldIds | null>(null)

export interface FieldProps {
  label: ReactNode
  /** What to enter, before it goes wrong. */
  hint?: ReactNode
  /** What is wrong and how to put it right. Its presence marks the control invalid. */
  error?: ReactNode
  /** At the end of the label row, such as "optional". */
  aside?: ReactNode
  className?: string
  /** One Input, Select or Textarea: it takes its id and descriptions from here. */
  children: ReactNode
}

export function Field({ label, hint, error, aside, className, children }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <FieldContext value={{ control: id, describedBy: described || undefined, invalid: Boolean(error) }}>
      <div className={classes('min-w-0', className)}>
        <div className="mb-1.5 flex items-baseline justify-between gap-3 text-sm">
          <label htmlFor={id} className="font-medium">
            {label}
          </label>
          {aside && <span className="text-quiet">{aside}</span>}
        </div>
        {children}
        {hint && (
          <p id={`${id}-hint`} className="mt-1.5 text-sm text-quiet">
            {hint}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} className="mt-1.5 flex gap-1.5 text-sm text-danger">
            <Icon name="alert" size={16} className="mt-0.5" />
            <span>{error}</span>
          </p>
        )}
      </div>
    </FieldContext>
  )
}

const CONTROL = classes(
  'block w-full min-w-0 rounded-control border border-edge bg-surface text-base text-ink placeholder:text-quiet sm:text-sm',
  'transition-colors hover:border-soft disabled:cursor-not-allowed disabled:bg-sunken disabled:text-quiet',
  'aria-invalid:border-danger aria-invalid:ring-1 aria-invalid:ring-danger',
)
const ONE_LINE = 'min-h-11 px-3 sm:min-h-10'

function useControl() {
  const field = useContext(FieldContext)
  return { id: field?.control, 'aria-describedby': field?.describedBy, 'aria-invalid': field?.invalid || undefined }
}

export interface InputProps extends ComponentProps<'input'> {
  /** The unit the number is entered in, shown inside the control's end. */
  unit?: ReactNode
  /** A number: aligned right in tabular figures. */
  numeric?: boolean
}

export function Input({ unit, numeric = Boolean(unit), className, ...rest }: InputProps) {
  const control = useControl()
  const look = classes(CONTROL, ONE_LINE, numeric && 'figure text-right', className)
  const input = (
    <input inputMode={numeric ? 'decimal' : undefined} autoComplete="off" {...control} {...rest} className={look} />
  )
  if (!unit) return input
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2">
      {input}
      <span className="text-sm text-quiet">{unit}</span>
    </span>
  )
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  const control = useControl()
  return <textarea rows={4} {...control} {...rest} className={classes(CONTROL, 'px-3 py-2', className)} />
}

/** The platform's own list: on a phone nothing built by hand is better. Children are `<option>`s. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  const control = useControl()
  return (
    <span className="relative block">
      <select
        {...control}
        {...rest}
        className={classes(CONTROL, ONE_LINE, 'appearance-none truncate pr-10', className)}
      >
        {children}
      </select>
      <Icon
        name="chevronDown"
        size={18}
        className="pointer-events-none absolute inset-y-0 right-3 my-auto text-quiet"
      />
    </span>
  )
}
