'use client'

import { useTranslations } from 'next-intl'
import { useDigest } from '@/components/shell/use-digest'
import { Button, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

/** A surprise in a page. The digest is the only trace shown: it finds the entry in the server's log. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('shell.error')
  const digest = useDigest(error)
  return (
    <div className="mx-auto max-w-prose space-y-6 py-8">
      <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t('title')}</h1>
      <Callout tone="danger" title={t('what')} todo={t('todo')} live>
        <p>{t('meaning')}</p>
        {digest && <p className="mt-1 text-quiet">{t('reference', { digest })}</p>}
      </Callout>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          {t('retry')}
        </Button>
        <LinkButton href="/">{t('home')}</LinkButton>
      </div>
    </div>
  )
}
