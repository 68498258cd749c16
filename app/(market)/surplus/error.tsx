'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

/** A surprise on these pages alone. The digest finds the entry in the server's log. */
export default function SurplusError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('sessions.error')
  const shell = useTranslations('shell.error')
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  useEffect(() => console.error(error), [error])
  return (
    <div className="max-w-prose space-y-6">
      <Callout tone="danger" title={t('title')} live>
        <p>{t('meaning')}</p>
        {digest && <p className="mt-1 text-quiet">{shell('reference', { digest })}</p>}
      </Callout>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          {t('retry')}
        </Button>
        <LinkButton href="/surplus">{t('back')}</LinkButton>
      </div>
    </div>
  )
}
