'use client'

import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useDigest } from './use-digest'

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
  const digest = useDigest(error)
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
