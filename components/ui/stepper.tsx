import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import { Spinner } from './spinner'

export type StepState = 'todo' | 'current' | 'done' | 'failed'

export interface Step {
  key: string
  title: ReactNode
  state: StepState
  /** One line under the title: what is being waited for, or why it failed. */
  detail?: ReactNode
}

const MARK: Record<StepState, string> = {
  todo: 'border-edge/60 bg-surface text-quiet',
  current: 'border-accent bg-accent-ground text-accent',
  done: 'border-transparent bg-accent text-on-accent',
  failed: 'border-transparent bg-danger-fill text-on-accent',
}

/** Steps that happen one after another. The list is live, so that progress is read out. */
export function Stepper({ steps }: { steps: Step[] }) {
  const t = useTranslations('ui.step')
  return (
    <ol aria-live="polite" className="space-y-1">
      {steps.map((step, index) => (
        <li
          key={step.key}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="group relative flex gap-3 pb-4"
        >
          <span aria-hidden="true" className="absolute top-8 bottom-0 left-3.5 w-px bg-line group-last:hidden" />
          <span
            className={classes('grid size-7 shrink-0 place-items-center rounded-full border text-xs', MARK[step.state])}
          >
            <Mark state={step.state} number={index + 1} />
          </span>
          <div className="min-w-0 pt-0.5">
            <p className={classes('font-medium', step.state === 'todo' && 'text-quiet')}>
              {step.title}
              <span className="sr-only"> ({t(step.state)})</span>
            </p>
            {step.detail && (
              <div className={classes('mt-0.5 text-sm', step.state === 'failed' ? 'text-danger' : 'text-quiet')}>
                {step.detail}
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Mark({ state, number }: { state: StepState; number: number }) {
  if (state === 'current') return <Spinner size={14} />
  if (state === 'done') return <Icon name="check" size={16} />
  if (state === 'failed') return <Icon name="close" size={16} />
  return <span className="figure">{number}</span>
}
