'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PrintButton } from '@/components/energy/bill/print-button'
import { Button, buttonClasses } from '@/components/ui/button'

type State = 'ready' | 'making' | 'busy' | 'none'

/** To take the bill along: PDF, table, paper. A market that cannot make PDFs says so, and the browser prints. */
export function SaveButtons({ path }: { path: string }) {
  const t = useTranslations('bill.save')
  const [state, setState] = useState<State>('ready')
  async function save() {
    setState('making')
    try {
      const response = await fetch(`${path}/bill.pdf`, { cache: 'no-store' })
      if (response.ok) {
        keep(await response.blob(), nameIn(response) ?? 'bill.pdf')
        return setState('ready')
      }
      const { error } = (await response.json()) as { error?: string }
      setState(error === 'PrinterBusy' ? 'busy' : 'none')
    } catch {
      setState('none')
    }
  }
  return (
    <div className="w-full print:hidden sm:w-auto">
      <div className="flex flex-wrap gap-2 sm:justify-end">
        <Button onClick={() => void save()} pending={state === 'making'}>
          {t('pdf')}
        </Button>
        <a href={`${path}/bill.csv`} download className={buttonClasses({})}>
          {t('csv')}
        </a>
        <PrintButton label={t('print')} />
      </div>
      <p role="status" className="mt-2 max-w-prose text-sm text-soft empty:hidden sm:text-right">
        {state === 'making' ? t('making') : state === 'busy' ? t('busy') : state === 'none' ? t('none') : null}
      </p>
    </div>
  )
}

function keep(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Not at once: the browser has yet to take it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

function nameIn(response: Response): string | undefined {
  return /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
}
