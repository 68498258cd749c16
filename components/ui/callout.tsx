import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'

export type CalloutTone = 'info' | 'success' | 'warning' | 'danger'

const LOOK: Record<CalloutTone, { ground: string; text: string; icon: IconName }> = {
  info: { ground: 'bg-info-ground', text: 'text-info', icon: 'info' },
  success: { ground: 'bg-success-ground', text: 'text-success', icon: 'circleCheck' },
  warning: { ground: 'bg-warning-ground', text: 'text-warning', icon: 'alert' },
  danger: { ground: 'bg-danger-ground', text: 'text-danger', icon: 'circleCross' },
}

export interface CalloutProps {
  tone?: CalloutTone
  title: ReactNode
  /** What happened and what it means. */
  children?: ReactNode
  /** What to do: a sentence, links or buttons. */
  todo?: ReactNode
  /** Read it out at once: for what appears after the visitor did something. */
  live?: boolean
  className?: string
}

export function Callout({ tone = 'info', title, children, todo, live, className }: CalloutProps) {
  const { ground, text, icon } = LOOK[tone]
  const role = live ? (tone === 'danger' || tone === 'warning' ? 'alert' : 'status') : undefined
  return (
    <div role={role} className={classes('flex gap-3 rounded-card p-4', ground, className)}>
      <Icon name={icon} className={classes('mt-0.5', text)} />
      <div className="min-w-0 max-w-prose text-sm text-ink">
        <p className={classes('text-base font-semibold', text)}>{title}</p>
        {children && <div className="mt-1 wrap-anywhere">{children}</div>}
        {todo && <div className="mt-3 font-medium">{todo}</div>}
      </div>
    </div>
  )
}
