'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { OfferRow } from '@/lib/db/read/offers'
import type { Address } from '@/lib/domain/units/hex'

const WithdrawDialog = partOnDemand(() => import('./withdraw-dialog').then((module) => module.WithdrawDialog))

export interface WithdrawButtonProps {
  offer: Pick<OfferRow, 'id' | 'name' | 'status'>
  retailer: Address
  settings: WalletSettings
}

/** Stays in its place when the offer is withdrawn: the dialog it opened says so. */
export function WithdrawButton(props: WithdrawButtonProps) {
  const t = useTranslations('retailer.offers.withdraw')
  const [open, setOpen] = useState(false)
  const { name, status } = props.offer
  return (
    <>
      {status === 'published' && (
        <Button size="small" onClick={() => setOpen(true)} aria-label={t('openFor', { name })}>
          {t('open')}
        </Button>
      )}
      {open && <WithdrawDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
