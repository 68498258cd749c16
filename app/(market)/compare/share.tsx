'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import type { CompareState } from './compare-store'
import { shareFragment } from './share-fragment'

/** A link to this very list. What is in it is said before it is copied. */
export function Share({ state }: { state: CompareState }) {
  const t = useTranslations('compare.share')
  const [isOpen, setOpen] = useState(false)
  const [copied, setCopied] = useState<string | null>(null)
  const fragment = shareFragment(state)
  if (fragment === null || state.stage.kind !== 'ready') return null
  const isMeasured = state.stage.source.kind !== 'profile'
  const link = `${window.location.origin}${window.location.pathname}${fragment}`
  async function copy() {
    await navigator.clipboard.writeText(link)
    setCopied(link)
  }
  return (
    <div className={isOpen ? 'w-full rounded-card border border-line bg-surface p-4 sm:p-6' : undefined}>
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('title')}
      </Button>
      {isOpen && (
        <div className="mt-4 space-y-4">
          <p className="max-w-prose text-sm text-soft">{isMeasured ? t('ofFile') : t('ofProfile')}</p>
          <div className="flex flex-wrap items-end gap-3">
            <Field label={t('link')} className="min-w-0 flex-1 basis-64">
              <Input readOnly value={link} data-link="" onFocus={({ target }) => target.select()} />
            </Field>
            <Button variant="primary" onClick={copy}>
              {t('copy')}
            </Button>
          </div>
          <p role="status" className="text-sm text-success">
            {copied === link ? t('copied') : ''}
          </p>
        </div>
      )}
    </div>
  )
}
