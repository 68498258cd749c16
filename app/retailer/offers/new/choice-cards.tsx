'use client'

import { useId, type ReactNode } from 'react'

export interface Choice<Value extends string> {
  value: Value
  label: string
  /** What choosing it means, in one or two sentences. */
  meaning?: ReactNode
}

export interface ChoiceCardsProps<Value extends string> {
  legend: string
  choices: readonly Choice<Value>[]
  chosen: Value
  onChoose: (value: Value) => void
  /** Beside each other where there is room; otherwise one under the other. */
  columns?: boolean
}

/** One of a few, each with its explanation: radio buttons on cards. */
export function ChoiceCards<Value extends string>({
  legend,
  choices,
  chosen,
  onChoose,
  columns,
}: ChoiceCardsProps<Value>) {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className={columns ? 'grid gap-2 sm:grid-cols-2' : 'space-y-2'}>
        {choices.map(({ value, label, meaning }) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-start gap-3 rounded-control border border-edge/60 px-3 py-2.5 text-sm hover:border-edge
              has-checked:border-accent has-checked:bg-accent-ground has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
              className="mt-0.5 size-4 shrink-0 outline-none"
            />
            <span className="min-w-0">
              <span className="font-medium">{label}</span>
              {meaning && <span className="mt-0.5 block text-soft">{meaning}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
