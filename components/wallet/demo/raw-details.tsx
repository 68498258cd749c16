'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** All of what is signed, as it is signed: for who wants to compare. */
export function RawDetails({ text }: { text: string }) {
  const t = useTranslations('wallet.message')
  return (
    <details className="group mt-5 border-t border-line pt-3">
      <summary className="inline-flex min-h-11 items-center gap-1 text-sm font-medium text-quiet hover:text-accent sm:min-h-8">
        <Icon name="chevronDown" size={16} className="transition-transform group-open:rotate-180" />
        {t('details')}
      </summary>
      <pre
        tabIndex={0}
        className="mt-2 max-h-64 overflow-auto rounded-control bg-sunken p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
      >
        {text}
      </pre>
    </details>
  )
}
