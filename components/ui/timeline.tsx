import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { classes } from './classes'
import { Icon } from './icon'

export type EventState = 'done' | 'now' | 'todo'

export interface TimelineEvent {
  key: string
  /** When, in the words of the page. */
  at: ReactNode
  title: ReactNode
  /** One or two sentences. */
  detail?: ReactNode
  state: EventState
}

const MARK: Record<EventState, string> = {
  done: 'border-transparent bg-accent text-on-accent',
  now: 'border-2 border-accent bg-accent-ground',
  todo: 'border-edge/60 bg-surface',
}

/** What has happened and what will, the first on top. The mark only repeats what is read out. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  const t = useTranslations('ui.event')
  return (
    <ol aria-label={label} className="text-sm">
      {events.map(({ key, at, title, detail, state }) => (
        <li
          key={key}
          aria-current={state === 'now' ? 'step' : undefined}
          className="group relative flex gap-3 pb-5 last:pb-0"
        >
          <span aria-hidden="true" className="absolute top-6 bottom-0 left-2.5 w-px bg-line group-last:hidden" />
          <span
            aria-hidden="true"
            className={classes('mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border', MARK[state])}
          >
            {state === 'done' && <Icon name="check" size={12} />}
          </span>
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
              <p className={classes('font-medium', state === 'todo' && 'text-soft')}>
                {title}
                <span className="sr-only"> ({t(state)})</span>
              </p>
              <p className="figure text-quiet">{at}</p>
            </div>
            {detail && <div className="mt-0.5 max-w-prose text-quiet">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
