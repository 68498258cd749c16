'use client'

import { NextIntlClientProvider, useLocale, useMessages, useTranslations, type AbstractIntlMessages } from 'next-intl'
import { useEffect, useMemo, useState, type ComponentType, type ReactNode } from 'react'
import { joinGroups, type Groups, type MessageGroup } from '@/lib/format/message-groups'
import { Button } from './button'
import { Callout } from './callout'
import { loadWords } from './words-on-demand'

interface Found<Props> {
  part: ComponentType<Props>
  words: Groups
}

/**
 * A part whose code comes when it is first shown, or already when somebody reaches for what shows it: `preload`. `waiting` stands
 * in its place; code that does not come is said so, and can be asked for again. `words` come with it, beside those of the page.
 */
export function partOnDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
  words: readonly MessageGroup[] = [],
) {
  const loadBoth = async (locale: string): Promise<Found<Props>> => {
    const [part, said] = await Promise.all([load(), words.length > 0 ? loadWords(locale, words) : {}])
    return { part, words: said }
  }

  function Part(props: Props) {
    const locale = useLocale()
    const [found, setFound] = useState<Found<Props> | 'failed' | null>(null)
    const [attempt, setAttempt] = useState(0)
    useEffect(() => {
      let isGone = false
      loadBoth(locale).then(
        (both) => !isGone && setFound(both),
        () => !isGone && setFound('failed'),
      )
      return () => {
        isGone = true
      }
    }, [attempt, locale])

    function again() {
      setFound(null)
      setAttempt(attempt + 1)
    }

    if (found === 'failed') return <NotLoaded onRetry={again} />
    if (!found) return waiting
    const part = <found.part {...props} />
    return words.length > 0 ? <WithWords words={found.words}>{part}</WithWords> : part
  }
  // What fails to come early is asked for again when it is shown, and said then.
  const preload = () => void loadBoth(document.documentElement.lang.slice(0, 2)).catch(() => null)
  return Object.assign(Part, { preload })
}

function WithWords({ words, children }: { words: Groups; children: ReactNode }) {
  const [locale, given] = [useLocale(), useMessages()]
  const messages = useMemo(() => joinGroups(given as Groups, words) as AbstractIntlMessages, [given, words])
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('ui.notLoaded')
  return (
    <Callout tone="danger" title={t('title')} todo={<Button onClick={onRetry}>{t('retry')}</Button>} live>
      {t('meaning')}
    </Callout>
  )
}
