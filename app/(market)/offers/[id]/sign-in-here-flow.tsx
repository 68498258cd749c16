'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { WalletFailure } from '@/components/wallet/failure'
import { FlowProgress } from '@/components/wallet/flow-progress'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { siweStep } from '@/components/wallet/siwe'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import { WalletProvider } from '@/components/wallet/wallet-provider'

export interface SignInHereFlowProps {
  settings: WalletSettings
  /** Of this market as the server is configured. */
  origin: string
  /** The visitor closed the question which wallet. */
  onGiveUp: () => void
}

export function SignInHereFlow(props: SignInHereFlowProps) {
  return (
    <WalletProvider settings={props.settings}>
      <Flow {...props} />
    </WalletProvider>
  )
}

/** Starts by itself: it was asked for. The page is rendered anew for who has signed in, and the connected wallet stays. */
function Flow({ settings, origin, onGiveUp }: SignInHereFlowProps) {
  const t = useTranslations('signIn')
  const router = useRouter()
  const flow = useWalletFlow()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const step = siweStep({ chainId: settings.chainId, origin, title: t('step'), statement: t('statement') })
    const onFailed = ({ kind }: WalletFailure) => kind === 'closed' && onGiveUp()
    flow.start([step], { choose: true, onConfirmed: () => router.refresh(), onFailed })
  })
  return <FlowProgress flow={{ ...flow, reset: onGiveUp }} />
}
