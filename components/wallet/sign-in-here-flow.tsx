'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { FlowRun } from './flow-run'
import type { WalletSettings } from './market-chain'
import { siweStep } from './siwe'

export interface SignInHereFlowProps {
  settings: WalletSettings
  /** Of this market as the server is configured. */
  origin: string
  /** The visitor closed the question which wallet. */
  onGiveUp: () => void
}

/** The page is rendered anew for who has signed in, and the connected wallet stays. */
export function SignInHereFlow({ settings, origin, onGiveUp }: SignInHereFlowProps) {
  const t = useTranslations('signIn')
  const router = useRouter()
  return (
    <FlowRun
      choose
      settings={settings}
      steps={() => [siweStep({ chainId: settings.chainId, origin, title: t('step'), statement: t('statement') })]}
      onConfirmed={() => router.refresh()}
      onFailed={({ kind }) => kind === 'closed' && onGiveUp()}
      onGiveUp={onGiveUp}
    />
  )
}
