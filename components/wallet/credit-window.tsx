'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, type ReactNode } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { WalletSettings } from './market-chain'
import { WalletProvider } from './wallet-provider'

export type CreditUse = 'store' | 'return' | 'put'

export interface CreditWindowProps {
  use: CreditUse
  settings: WalletSettings
  onClose: () => void
  /** Is told what to call when it is done. */
  children: (onDone: () => void) => ReactNode
}

/**
 * Where a use of credits is decided. The page behind it refreshes when it is closed: what opened it may go then, and what came of
 * it must not go with it.
 */
export function CreditWindow({ use, settings, onClose, children }: CreditWindowProps) {
  const t = useTranslations('credits')
  const router = useRouter()
  const [isDone, isClosed] = [useRef(false), useRef(false)]

  function done() {
    isDone.current = true
    if (isClosed.current) router.refresh()
  }
  function close() {
    isClosed.current = true
    onClose()
    if (isDone.current) router.refresh()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t(`${use}.title`)}
      description={t(`${use}.description`)}
      persistent
    >
      <WalletProvider settings={settings} fallback={<Skeleton className="h-48" />}>
        {children(done)}
      </WalletProvider>
    </Dialog>
  )
}
