'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { WithdrawOfferProps } from '@/components/wallet/withdraw-offer'

const WithdrawOffer = dynamic(
  () => import('@/components/wallet/withdraw-offer').then((module) => module.WithdrawOffer),
  { ssr: false },
)

/** A first press that only asks; the wallet code loads with the question. */
export function WithdrawFlow(props: Omit<WithdrawOfferProps, 'onKeep'>) {
  const t = useTranslations('offers.own')
  const [asked, setAsked] = useState(false)
  if (!asked) return <Button onClick={() => setAsked(true)}>{t('withdraw')}</Button>
  return <WithdrawOffer {...props} onKeep={() => setAsked(false)} />
}
