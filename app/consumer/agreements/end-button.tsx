'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { FlowWaiting } from '@/components/wallet/flow-waiting'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { EndChoice } from '@/lib/domain/agreements/end-choice'
import type { Address, Hex } from '@/lib/domain/units/hex'
import type { Micro } from '@/lib/domain/units/units'

const EndDialog = partOnDemand(() => import('./end-dialog').then((module) => module.EndDialog), <FlowWaiting />, [
  'refusals',
  'wallet',
])
const reach = { onFocus: EndDialog.preload, onPointerEnter: EndDialog.preload }

export interface EndableAgreement {
  id: Hex
  offerName: string
  consumer: Address
  deposit: Micro
  /** The offer that goes on when this one is undone; null if none. */
  oldOfferName: string | null
}

export interface EndButtonProps {
  agreement: EndableAgreement
  choice: EndChoice
  settings: WalletSettings
}

/** Cancels an agreement in its cooling-off days, or ends it with notice: a press, a confirmation, one question of the wallet. */
export function EndButton(props: EndButtonProps) {
  const t = useTranslations('switching.end')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button {...reach} onClick={() => setOpen(true)} aria-haspopup="dialog">
        {t(`${props.choice.outcome.kind}.open`)}
      </Button>
      {open && <EndDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
