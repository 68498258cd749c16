import type { ReactNode } from 'react'
import { classes } from './classes'

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger'

const TONE: Record<Tone, string> = {
  neutral: 'bg-sunken text-soft',
  accent: 'bg-accent-ground text-accent',
  info: 'bg-info-ground text-info',
  success: 'bg-success-ground text-success',
  warning: 'bg-warning-ground text-warning',
  danger: 'bg-danger-ground text-danger',
}

export interface BadgeProps {
  tone?: Tone
  children: ReactNode
  className?: string
}

/** A short word about a state. The word carries the meaning; the colour only repeats it. */
export function Badge({ tone = 'neutral', children, className }: BadgeProps) {
  return (
    <span
      className={classes(
        'inline-flex min-h-6 items-center whitespace-nowrap rounded-full px-2.5 text-xs font-medium',
        TONE[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
