'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { WalletStep } from '@/components/wallet/flow'
import { FlowProgress } from '@/components/wallet/flow-progress'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import { wh, type Wh } from '@/lib/domain/units/units'
import type { Address } from '@/lib/domain/units/hex'
import { typedKwh } from '@/lib/format/parse-amount'
import { EnergyField, typedEnergy } from './energy-field'

/** How much of a credit, all of it at first. */
export function useTypedEnergy(held: Wh) {
  // What there was when the dialog opened: the page behind it refreshes as soon as some of it is gone.
  const [most] = useState(held)
  const [text, onText] = useState(typedKwh(most))
  const [tried, setTried] = useState(false)
  const typed = typedEnergy(text, most)
  const energy = typed.ok ? typed.energy : wh(0n)
  return { most, text, onText, tried, setTried, energy, fault: typed.ok ? null : typed.fault }
}

export interface CreditFrameProps {
  use: 'store' | 'return'
  account: Address
  typed: ReturnType<typeof useTypedEnergy>
  words: Record<string, string>
  /** Null while it cannot be done. */
  step: WalletStep | null
  /** What comes of it. */
  children: ReactNode
}

/** How much, what comes of it, one signature. */
export function CreditFrame({ use, account, typed, words, step, children }: CreditFrameProps) {
  const t = useTranslations(`credits.${use}`)
  const router = useRouter()
  const flow = useWalletFlow()
  const { most, text, onText, tried, setTried, fault } = typed

  function send(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (step) flow.start([step], { account, onConfirmed: () => router.refresh() })
  }

  if (flow.state.phase === 'confirmed')
    return (
      <Callout tone="success" title={t('done', words)} live>
        {t('doneMeaning', words)}
      </Callout>
    )
  if (flow.state.phase !== 'idle') return <FlowProgress flow={flow} />
  return (
    <form onSubmit={send} noValidate className="space-y-5">
      <EnergyField label={t('energy')} most={most} text={text} onText={onText} fault={tried ? fault : null} />
      {children}
      <Button type="submit" variant="primary" wide>
        {t('submit')}
      </Button>
      <p className="text-sm text-quiet">{t('final')}</p>
    </form>
  )
}
