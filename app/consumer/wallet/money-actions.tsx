'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { FlowWaiting } from '@/components/wallet/flow-waiting'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { Address } from '@/lib/domain/units/hex'
import type { Micro } from '@/lib/domain/units/units'

const MoneyDialog = partOnDemand(() => import('./money-dialog').then((module) => module.MoneyDialog), <FlowWaiting />, [
  'refusals',
  'wallet',
])
const reach = { onFocus: MoneyDialog.preload, onPointerEnter: MoneyDialog.preload }

export interface MoneyActionsProps {
  settings: WalletSettings
  account: Address
  free: Micro
  /** Open the top-up at once, with this amount: what a bill is short of. */
  suggested: Micro | null
}

/** Top up and withdraw. */
export function MoneyActions({ settings, account, free, suggested }: MoneyActionsProps) {
  const t = useTranslations('escrow')
  const [open, setOpen] = useState<'topUp' | 'withdraw' | null>(suggested === null ? null : 'topUp')
  return (
    <div className="flex flex-col gap-2 sm:flex-row">
      <Button {...reach} variant="primary" onClick={() => setOpen('topUp')}>
        {t('topUp.open')}
      </Button>
      <Button {...reach} onClick={() => setOpen('withdraw')} disabled={free === 0n}>
        {t('withdraw.open')}
      </Button>
      {open && (
        <MoneyDialog
          kind={open}
          title={t(`${open}.title`)}
          description={t(`${open}.description`)}
          settings={settings}
          account={account}
          free={free}
          suggested={suggested}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
