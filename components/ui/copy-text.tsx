'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Icon } from './icon'

export interface CopyTextProps {
  /** What goes to the clipboard, in full. */
  text: string
  /** What is read: the text itself, or a shorter form of it. */
  children?: ReactNode
}

/** A text with a button that copies it. Without a clipboard the full text is still there to select, as the title. */
export function CopyText({ text, children }: CopyTextProps) {
  const t = useTranslations('ui')
  const [copied, setCopied] = useState(false)

  async function copy() {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }

  return (
    <span className="inline-flex max-w-full items-center gap-0.5">
      <span title={text} className="min-w-0 truncate">
        {children ?? text}
      </span>
      <button
        type="button"
        onClick={copy}
        aria-label={`${t('copy')} ${text}`}
        className="touch-room -my-2 inline-grid size-8 shrink-0 place-items-center rounded-control text-quiet hover:bg-sunken hover:text-ink"
      >
        <Icon name={copied ? 'check' : 'copy'} size={16} className={copied ? 'text-success' : undefined} />
      </button>
      <span role="status" className="sr-only">
        {copied ? t('copied') : ''}
      </span>
    </span>
  )
}
