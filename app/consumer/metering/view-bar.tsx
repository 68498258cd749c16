'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useTransition } from 'react'
import { buttonClasses } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Spinner } from '@/components/ui/spinner'
import { addDays } from '@/lib/domain/metering/calendar'
import { METERING_VIEWS, spanOf, steppedDate, type DateSpan } from '@/lib/domain/metering/metering-view'
import { hrefOf, isDate, type MeteringChoice } from './metering-choice'

export interface ViewBarProps {
  choice: MeteringChoice
  metered: DateSpan
}

/** What span is shown: its length, the one before and after, any date, and whether last year stands beside it. */
export function ViewBar({ choice, metered }: ViewBarProps) {
  const t = useTranslations('metering')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const go = (href: string | null) => {
    if (href) startTransition(() => router.push(href, { scroll: false }))
  }
  const { previous, next } = neighbours(choice, metered)
  useArrowKeys({ previous: () => go(previous), next: () => go(next) })
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3 sm:mb-6" aria-busy={isPending}>
      <nav aria-label={t('view.label')} className="w-full sm:w-auto">
        <ul className="grid grid-cols-4 gap-1 rounded-control bg-sunken p-1">
          {METERING_VIEWS.map((view) => (
            <li key={view}>
              <Link
                href={hrefOf({ ...choice, view })}
                scroll={false}
                aria-current={view === choice.view ? 'true' : undefined}
                className="flex min-h-11 items-center justify-center rounded-[0.375rem] px-4 text-sm font-medium text-soft hover:text-ink
                  aria-[current]:bg-surface aria-[current]:text-ink aria-[current]:shadow-xs sm:min-h-8"
              >
                {t(`view.${view}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <nav
        aria-label={t('step.label')}
        aria-describedby="metering-keys"
        className="flex grow items-center gap-2 sm:grow-0"
      >
        <Step href={previous} label={t('step.previous', { view: choice.view })} icon="arrowLeft" />
        <DatePick choice={choice} metered={metered} go={go} />
        <Step href={next} label={t('step.next', { view: choice.view })} icon="arrowRight" />
      </nav>
      <p id="metering-keys" className="sr-only">
        {t('step.keys')}
      </p>
      <label className="flex min-h-11 items-center gap-2 text-sm font-medium sm:min-h-8">
        <input
          type="checkbox"
          className="size-5 sm:size-4"
          checked={choice.compare}
          onChange={() => go(hrefOf({ ...choice, compare: !choice.compare }))}
        />
        {t('compare')}
      </label>
      {isPending && <Spinner />}
    </div>
  )
}

/** The spans beside this one; null where there can be no data. */
function neighbours(choice: MeteringChoice, metered: DateSpan) {
  const { view, date } = choice
  const { from, to } = spanOf(view, date)
  const hrefTo = (step: 'previous' | 'next') => hrefOf({ ...choice, date: steppedDate(view, date, step) })
  return {
    previous: from > metered.from ? hrefTo('previous') : null,
    next: to < metered.to ? hrefTo('next') : null,
  }
}

function Step({ href, label, icon }: { href: string | null; label: string; icon: 'arrowLeft' | 'arrowRight' }) {
  const look = buttonClasses({ size: 'small' }, 'w-11 px-0 sm:w-9 sm:min-h-9')
  if (href === null)
    return (
      <span
        role="link"
        aria-disabled="true"
        aria-label={label}
        className={buttonClasses({ size: 'small' }, 'w-11 px-0 opacity-40 sm:w-9 sm:min-h-9')}
      >
        <Icon name={icon} size={18} />
      </span>
    )
  return (
    <Link href={href} scroll={false} aria-label={label} title={label} className={look}>
      <Icon name={icon} size={18} />
    </Link>
  )
}

interface DatePickProps extends ViewBarProps {
  go: (href: string) => void
}

/** The platform's own calendar. It goes where it is told once the date is one that can have data. */
function DatePick({ choice, metered, go }: DatePickProps) {
  const t = useTranslations('metering.step')
  const last = addDays(metered.to, -1)
  return (
    <input
      key={choice.date}
      type="date"
      aria-label={t('date')}
      defaultValue={choice.date}
      min={metered.from}
      max={last}
      onChange={({ target: { value } }) => {
        if (isDate(value) && value >= metered.from && value <= last) go(hrefOf({ ...choice, date: value }))
      }}
      className="figure min-h-11 min-w-0 grow rounded-control border border-edge/60 bg-surface px-3 text-base hover:border-edge sm:min-h-9 sm:text-sm"
    />
  )
}

/** What uses the arrow keys itself keeps them. */
const OWN_KEYS =
  'input, select, textarea, [contenteditable], [role="application"], [role="tablist"], [role="menu"], [role="dialog"]'

function useArrowKeys({ previous, next }: { previous: () => void; next: () => void }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return
      if (event.key === 'ArrowLeft') previous()
      if (event.key === 'ArrowRight') next()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
