'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { withdrawOfferCall } from '@/lib/chain/intents/calls'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { FlowProgress } from './flow-progress'
import type { WalletStep } from './flow'
import type { WalletSettings } from './market-chain'
import { confirmCall, sendCall } from './transaction'
import { useWalletFlow } from './use-wallet-flow'
import { WalletProvider } from './wallet-provider'

export interface WithdrawOfferProps {
  settings: WalletSettings
  retailer: Address
  offerId: Hex
  name: string
  onKeep: () => void
}

/** Asks whether to withdraw an offer, then does it in one transaction. Brings the wallet code with it: load it when asked for. */
export function WithdrawOffer(props: WithdrawOfferProps) {
  return (
    <WalletProvider settings={props.settings}>
      <Question {...props} />
    </WalletProvider>
  )
}

function Question({ settings, retailer, offerId, name, onKeep }: WithdrawOfferProps) {
  const t = useTranslations('offers.own')
  const router = useRouter()
  const flow = useWalletFlow()

  function withdraw() {
    const step: WalletStep = {
      key: 'withdraw',
      title: t('step', { name }),
      send: (wallet) => sendCall(wallet, withdrawOfferCall(settings.contracts, offerId)),
      confirm: (hash, wallet) => confirmCall(hash as Hex, wallet),
    }
    flow.start([step], { account: retailer, onConfirmed: () => router.refresh() })
  }

  if (flow.state.phase !== 'idle') return <FlowProgress flow={flow} />
  return (
    <div role="group" aria-label={t('question', { name })}>
      <p className="mb-4 font-medium">{t('question', { name })}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="danger" onClick={withdraw} autoFocus>
          {t('confirm')}
        </Button>
        <Button onClick={onKeep}>{t('keep')}</Button>
      </div>
    </div>
  )
}
