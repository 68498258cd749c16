'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { countdownParts } from '@/lib/format/countdown'

export interface CountdownProps {
  /** UTC seconds. */
  until: number
  /** The market's time when the page was made: the visitor's own clock may be wrong, but not how fast it goes. */
  now: number
}

const SECOND_MS = 1_000

/** How long it still is, every second anew. Screen readers are not told each of them: a timer is read when somebody asks. */
export function Countdown({ until, now }: CountdownProps) {
  const t = useTranslations('ui.countdown')
  const parts = countdownParts(useSecondsLeft(until, now))
  return (
    <span role="timer" className="figure whitespace-nowrap">
      {parts.map(({ unit, value }) => t(unit, { value })).join(t('between'))}
    </span>
  )
}

function useSecondsLeft(until: number, now: number): number {
  const [passed, setPassed] = useState({ of: now, seconds: 0 })
  useEffect(() => {
    const begin = Date.now()
    const timer = setInterval(() => setPassed({ of: now, seconds: (Date.now() - begin) / SECOND_MS }), SECOND_MS)
    return () => clearInterval(timer)
  }, [now])
  return until - now - (passed.of === now ? passed.seconds : 0)
}
