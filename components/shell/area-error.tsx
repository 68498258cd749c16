'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

export interface AreaErrorProps {
  error: unknown
  retry: () => void
  words: Record<'title' | 'meaning' | 'retry' | 'back', string>
  /** Where the way back leads. */
  back: string
}

/** A surprise on the pages of one area alone: the way to the others stays. The digest finds the entry in the server's log. */
export function AreaError({ error, retry, words, back }: AreaErrorProps) {
  const t = useTranslations('shell.error')
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  useEffect(() => console.error(error), [error])
  return (
    <div className="max-w-prose space-y-6">
      <Callout tone="danger" title={words.title} live>
        <p>{words.meaning}</p>
        {digest && <p className="mt-1 text-quiet">{t('reference', { digest })}</p>}
      </Callout>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          {words.retry}
        </Button>
        <LinkButton href={back}>{words.back}</LinkButton>
      </div>
    </div>
  )
}
