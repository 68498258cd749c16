'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Callout } from '@/components/ui/callout'
import { shortHex } from '@/lib/format/hex'
import { RefusalMessage } from './refusal-message'
import type { WalletFailure } from './failure'

/** What happened, what it means, what to do: one text for each way a wallet flow can stop. */
export function FailureMessage({ failure, action }: { failure: WalletFailure; action?: ReactNode }) {
  const t = useTranslations('wallet.failure')
  if (failure.kind === 'refused') return <RefusalMessage refusal={failure.refusal} action={action} />
  const calm = failure.kind === 'rejected' || failure.kind === 'closed' || failure.kind === 'busy'
  const facts = {
    wanted: failure.kind === 'wrongAccount' ? shortHex(failure.wanted) : '',
    given: failure.kind === 'wrongAccount' ? shortHex(failure.given) : '',
    txHash: failure.kind === 'reverted' ? shortHex(failure.txHash) : '',
    ...(failure.kind === 'wrongNetwork'
      ? { network: failure.network, chainId: String(failure.chainId), on: String(failure.given) }
      : { network: '', chainId: '', on: '' }),
    detail: failure.kind === 'unexpected' ? failure.detail : '',
  }
  return (
    <Callout tone={calm ? 'info' : 'danger'} title={t(`${failure.kind}.title`)} todo={action} live>
      {t(`${failure.kind}.meaning`, facts)}
    </Callout>
  )
}
