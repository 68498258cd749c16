'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { WalletSettings } from './market-chain'
import { WalletProvider } from './wallet-provider'

export type CreditUse = 'store' | 'return' | 'put'

export interface CreditWindowProps {
  use: CreditUse
  settings: WalletSettings
  onClose: () => void
  children: ReactNode
}

/** Where a use of credits is decided. Brings the wallet code with it: loaded only when it opens. */
export function CreditWindow({ use, settings, onClose, children }: CreditWindowProps) {
  const t = useTranslations('credits')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${use}.title`)}
      description={t(`${use}.description`)}
      persistent
    >
      <WalletProvider settings={settings} fallback={<Skeleton className="h-48" />}>
        {children}
      </WalletProvider>
    </Dialog>
  )
}
