'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'

const POLL_MS = 3_000
/** So many times in a row without an answer, and the page says that it may be old. */
const PATIENCE = 3
/** A screen reader hears the newest, and no more often than this. */
const QUIET_MS = 20_000
/** A block later: the chain's clock goes in seconds. */
const AFTER_MS = 1_500

export interface LiveProps {
  /** Where to ask whether the page still shows what is so. */
  path: string
  /** What this page shows, as the market names it. */
  mark: string
  now: number
  /** When something changes by itself; null if nothing does. */
  changesAt: number | null
  /** The state of the session in one sentence, for whoever does not see it change. */
  news: string
}

/** Keeps the page as it is on the market: asks every few seconds while somebody looks, and fetches the page when something changed. */
export function Live({ path, mark, now, changesAt, news }: LiveProps) {
  const t = useTranslations('sessions.live')
  const lost = useFreshness(path, mark)
  const said = useQuietly(news)
  useRefreshAt(now, changesAt)
  return (
    <>
      <p className="flex items-center gap-2 text-sm text-quiet">
        <span
          aria-hidden="true"
          className={lost ? 'size-2 rounded-full bg-warning' : 'size-2 rounded-full bg-success'}
        />
        {t(lost ? 'lost' : 'live')}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}

const answer = z.object({ mark: z.string() })

function useFreshness(path: string, mark: string): boolean {
  const router = useRouter()
  const [failures, setFailures] = useState(0)
  useEffect(() => {
    let gone = false
    async function look() {
      if (document.visibilityState === 'hidden') return
      const found = await fetch(path, { cache: 'no-store' })
        .then(async (response) => (response.ok ? answer.parse(await response.json()) : null))
        .catch(() => null)
      if (gone) return
      setFailures((before) => (found ? 0 : before + 1))
      if (found && found.mark !== mark) router.refresh()
    }
    const timer = setInterval(() => void look(), POLL_MS)
    // Whoever comes back to the page sees at once what is so.
    document.addEventListener('visibilitychange', look)
    return () => {
      gone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [path, mark, router])
  return failures >= PATIENCE
}

/** The lock and the close come without anybody's doing. */
function useRefreshAt(now: number, changesAt: number | null): void {
  const router = useRouter()
  useEffect(() => {
    if (changesAt === null) return
    const wait = (changesAt - now) * 1_000 + AFTER_MS
    // Longer waits than a timer can hold are not waited for: the page is fetched again long before.
    if (wait > 2 ** 31 - 1) return
    const timer = setTimeout(() => router.refresh(), wait)
    return () => clearTimeout(timer)
  }, [now, changesAt, router])
}

/** Nothing at first: the page itself has just been read. Then the newest, but not before the last has been heard. */
function useQuietly(news: string): string {
  const [first] = useState(news)
  const [said, setSaid] = useState('')
  const saidAt = useRef(-QUIET_MS)
  useEffect(() => {
    if (news === said || (news === first && said === '')) return
    const wait = Math.max(0, saidAt.current + QUIET_MS - performance.now())
    const timer = setTimeout(() => {
      saidAt.current = performance.now()
      setSaid(news)
    }, wait)
    return () => clearTimeout(timer)
  }, [news, first, said])
  return said
}
