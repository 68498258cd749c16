'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { FlowWaiting } from '@/components/wallet/flow-waiting'
import type { WithdrawOfferProps } from '@/components/wallet/withdraw-offer'

const WithdrawOffer = partOnDemand(
  () => import('@/components/wallet/withdraw-offer').then((module) => module.WithdrawOffer),
  <FlowWaiting />,
  ['refusals', 'wallet'],
)
const reach = { onFocus: WithdrawOffer.preload, onPointerEnter: WithdrawOffer.preload }

/** A first press that only asks; the wallet code loads with the reach for it. */
export function WithdrawFlow(props: Omit<WithdrawOfferProps, 'onKeep'>) {
  const t = useTranslations('offers.own')
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <Button {...reach} onClick={() => setAsked(true)}>
        {t('withdraw')}
      </Button>
    )
  return <WithdrawOffer {...props} onKeep={() => setAsked(false)} />
}
