'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { FailureMessage } from '@/components/wallet/failure-message'
import type { WalletFailure } from '@/components/wallet/failure'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { Address } from '@/lib/domain/units/hex'
import type { Wh } from '@/lib/domain/units/units'
import type { CheckedVoucher } from './read-voucher'

export interface AskMarketProps {
  checked: CheckedVoucher
  settings: WalletSettings
  station: Address
  /** Null while no energy is typed that could be redeemed. */
  energy: Wh | null
}

type Answer = 'none' | 'asking' | 'good' | { failure: WalletFailure }

/** Whether the market would redeem it now: the credits are there, it was not used, whoever signed it. Needs the network. */
export function AskMarket({ checked, settings, station, energy }: AskMarketProps) {
  const t = useTranslations('charging.ask')
  const [answer, setAnswer] = useState<Answer>('none')
  async function ask() {
    if (energy === null) return
    setAnswer('asking')
    try {
      const { wouldRedeem } = await import('./would-redeem')
      const failure = await wouldRedeem(settings, station, { ...checked, energy })
      setAnswer(failure ? { failure } : 'good')
    } catch {
      // Without the network its code does not come either.
      setAnswer({ failure: { kind: 'unreachable' } })
    }
  }
  return (
    <div className="space-y-3">
      <Button size="small" pending={answer === 'asking'} onClick={() => void ask()}>
        {t('ask')}
      </Button>
      {answer === 'good' && (
        <Callout tone="success" title={t('good')} live>
          {t('goodMeaning')}
        </Callout>
      )}
      {typeof answer === 'object' && <FailureMessage failure={answer.failure} />}
    </div>
  )
}
