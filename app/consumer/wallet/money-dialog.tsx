'use client'

import type { ReactNode } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { WalletProvider } from '@/components/wallet/wallet-provider'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { Address } from '@/lib/domain/units/hex'
import type { Micro } from '@/lib/domain/units/units'
import { TopUpForm } from './top-up-form'
import { WithdrawForm } from './withdraw-form'

export interface MoneyDialogProps {
  kind: 'topUp' | 'withdraw'
  title: string
  description: string
  settings: WalletSettings
  account: Address
  free: Micro
  suggested: Micro | null
  onClose: () => void
}

/** One dialog for both directions. Brings the wallet code with it: loaded only when it opens. */
export function MoneyDialog({
  kind,
  title,
  description,
  settings,
  account,
  free,
  suggested,
  onClose,
}: MoneyDialogProps) {
  const form: ReactNode =
    kind === 'topUp' ? (
      <TopUpForm settings={settings} account={account} suggested={suggested} />
    ) : (
      <WithdrawForm settings={settings} account={account} free={free} />
    )
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={description} persistent>
      <WalletProvider settings={settings} fallback={<Skeleton className="h-32" />}>
        {form}
      </WalletProvider>
    </Dialog>
  )
}
