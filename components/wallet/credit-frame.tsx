'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'
import { EnergyField } from '@/components/energy/energy-field'
import { typedEnergy } from '@/components/energy/typed-energy'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { wh, type Wh } from '@/lib/domain/units/units'
import type { Address } from '@/lib/domain/units/hex'
import { typedKwh } from '@/lib/format/parse-amount'
import type { CreditUse } from './credit-window'
import type { WalletStep } from './flow'
import { FlowProgress } from './flow-progress'
import { useWalletFlow } from './use-wallet-flow'

/** How much of a credit, all of it at first. */
export function useTypedEnergy(held: Wh) {
  const [text, onText] = useState(typedKwh(held))
  const [tried, setTried] = useState(false)
  const typed = typedEnergy(text, held)
  const energy = typed.ok ? typed.energy : wh(0n)
  return { most: held, text, onText, tried, setTried, energy, fault: typed.ok ? null : typed.fault }
}

export interface CreditFrameProps {
  use: CreditUse
  account: Address
  typed: ReturnType<typeof useTypedEnergy>
  words: Record<string, string>
  /** Null while it cannot be done. */
  step: WalletStep | null
  onDone: () => void
  /** What comes of it. */
  children: ReactNode
}

/** How much, what comes of it, one question of the wallet's. */
export function CreditFrame({ use, account, typed, words, step, onDone, children }: CreditFrameProps) {
  const t = useTranslations(`credits.${use}`)
  const flow = useWalletFlow()
  const { most, text, onText, tried, setTried, fault } = typed

  function send(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (step) flow.start([step], { account, onConfirmed: onDone })
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
