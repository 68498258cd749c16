'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useConfig } from 'wagmi'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { connectDemoMember } from '@/components/wallet/demo/connect'
import { DemoMark } from '@/components/wallet/demo/demo-mark'
import { DemoMembers } from '@/components/wallet/demo/demo-members'
import type { DemoMember } from '@/components/wallet/demo/members'
import { FailureMessage } from '@/components/wallet/failure-message'
import { failureOf, type WalletFailure } from '@/components/wallet/failure'
import { FlowProgress, isRunning } from '@/components/wallet/flow-progress'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { siweStep } from '@/components/wallet/siwe'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import { WalletProvider } from '@/components/wallet/wallet-provider'

export interface SignInProps {
  settings: WalletSettings
  /** Of this market as the server is configured. */
  origin: string
  /** Where to go afterwards, on this site. */
  target: string
  currentAddress: string | null
}

export function SignIn(props: SignInProps) {
  return (
    <WalletProvider settings={props.settings}>
      <Choices {...props} />
    </WalletProvider>
  )
}

function Choices({ settings, origin, target, currentAddress }: SignInProps) {
  const t = useTranslations('signIn')
  const config = useConfig()
  const flow = useWalletFlow()
  const [chosen, setChosen] = useState<string | null>(null)
  const [failure, setFailure] = useState<WalletFailure | null>(null)

  function signIn(account?: string) {
    const step = siweStep({ chainId: settings.chainId, origin, title: t('step'), statement: t('statement') })
    // A whole new page: nothing of what was shown to the former viewer stays.
    flow.start([step], { account, choose: !account, onConfirmed: () => window.location.assign(target) })
  }

  async function actAs(member: DemoMember) {
    setChosen(member.address)
    setFailure(null)
    try {
      await connectDemoMember(config, member.address)
      signIn(member.address)
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setChosen(null)
    }
  }

  if (flow.state.phase !== 'idle') {
    return (
      <Card>
        <FlowProgress flow={flow} />
        {isRunning(flow.state) && <p className="text-sm text-quiet">{t('waiting')}</p>}
        {flow.state.phase === 'confirmed' && (
          <p role="status" className="text-sm text-quiet">
            {t('opening')}
          </p>
        )}
      </Card>
    )
  }
  return (
    <div className="space-y-6">
      {failure && <FailureMessage failure={failure} />}
      {settings.demo && (
        <Card title={t('demoTitle')} lead={t('demoLead')}>
          <div className="space-y-5">
            <DemoMark />
            <DemoMembers
              onChoose={(member) => void actAs(member)}
              busyAddress={chosen}
              currentAddress={currentAddress}
            />
          </div>
        </Card>
      )}
      <Card title={t('walletTitle')} lead={t('walletLead')}>
        <Button variant={settings.demo ? 'secondary' : 'primary'} icon="wallet" wide onClick={() => signIn()}>
          {t('connect')}
        </Button>
      </Card>
    </div>
  )
}
