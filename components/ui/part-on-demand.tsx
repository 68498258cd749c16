'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { Button } from './button'
import { Callout } from './callout'

/**
 * A part whose code comes when it is first shown, or already when somebody reaches for what shows it: `preload`. `waiting` stands in
 * its place; code that does not come is said so, and can be asked for again.
 */
export function partOnDemand<Props extends object>(load: () => Promise<ComponentType<Props>>, waiting: ReactNode) {
  function Part(props: Props) {
    const [found, setFound] = useState<{ part: ComponentType<Props> } | 'failed' | null>(null)
    const [attempt, setAttempt] = useState(0)
    useEffect(() => {
      let isGone = false
      load().then(
        (part) => !isGone && setFound({ part }),
        () => !isGone && setFound('failed'),
      )
      return () => {
        isGone = true
      }
    }, [attempt])

    function again() {
      setFound(null)
      setAttempt(attempt + 1)
    }

    if (found === 'failed') return <NotLoaded onRetry={again} />
    return found ? <found.part {...props} /> : waiting
  }
  // What fails to come early is asked for again when it is shown, and said then.
  const preload = () => void load().catch(() => null)
  return Object.assign(Part, { preload })
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('ui.notLoaded')
  return (
    <Callout tone="danger" title={t('title')} todo={<Button onClick={onRetry}>{t('retry')}</Button>} live>
      {t('meaning')}
    </Callout>
  )
}
