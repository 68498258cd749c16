import type { ReactNode } from 'react'

export interface ProgressProps {
  label: ReactNode
  /** How much is done, from 0 to `max`; leave out while nobody can say. */
  value?: number
  max?: number
  /** The same in words: "7 of 12 months". */
  text?: ReactNode
}

export function Progress({ label, value, max = 100, text }: ProgressProps) {
  const share = value === undefined ? undefined : Math.min(100, (value / max) * 100)
  return (
    <label className="block text-sm">
      <span className="mb-2 flex justify-between gap-4">
        <span className="font-medium">{label}</span>
        {text && <span className="figure text-quiet">{text}</span>}
      </span>
      <progress value={value} max={max} className="sr-only" />
      <span aria-hidden="true" className="block h-2 overflow-hidden rounded-full bg-sunken">
        <span
          className={`block h-full rounded-full bg-accent transition-[width] duration-300 ${share === undefined ? 'w-1/3 animate-pulse' : ''}`}
          style={share === undefined ? undefined : { width: `${share}%` }}
        />
      </span>
    </label>
  )
}
