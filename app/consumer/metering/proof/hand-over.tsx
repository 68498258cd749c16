'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, buttonClasses } from '@/components/ui/button'

/** The proof as a file, and as a link that carries it behind its #. */
export function HandOver({ download, link }: { download: string; link: string }) {
  const t = useTranslations('dayProof.handOver')
  const [copied, setCopied] = useState(false)

  async function copy() {
    await navigator.clipboard.writeText(link)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }

  return (
    <>
      <div className="flex flex-wrap gap-2">
        <a href={download} download className={buttonClasses({ variant: 'primary' })}>
          {t('download')}
        </a>
        <Button onClick={copy} icon={copied ? 'check' : 'copy'}>
          {copied ? t('copied') : t('copyLink')}
        </Button>
        <a href={link} className={buttonClasses({ variant: 'quiet' })}>
          {t('check')}
        </a>
      </div>
      <p role="status" className="sr-only">
        {copied ? t('copied') : ''}
      </p>
      <p className="mt-4 max-w-prose text-sm text-quiet">{t('warning')}</p>
    </>
  )
}
