'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { FlowProgress } from '@/components/wallet/flow-progress'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { Address } from '@/lib/domain/units/hex'
import { micro, type Micro } from '@/lib/domain/units/units'
import { shortHex } from '@/lib/format/hex'
import { formatMoney } from '@/lib/format/money'
import { parseAmount, typedMoney } from '@/lib/format/parse-amount'
import { AmountField } from './amount-field'
import { withdrawStep } from './money-steps'

export interface WithdrawFormProps {
  settings: WalletSettings
  /** Who is signed in: the only account that may sign here, and the one the money goes to. */
  account: Address
  free: Micro
}

/** Free money back to the wallet: an amount, a second look, one signature. */
export function WithdrawForm({ settings, account, free }: WithdrawFormProps) {
  const t = useTranslations('escrow.withdraw')
  const locale = useLocale()
  const router = useRouter()
  const flow = useWalletFlow()
  // What was free when the dialog opened: the page behind it refreshes as soon as the money has left.
  const [most] = useState(free)
  const [text, setText] = useState('')
  const [stage, setStage] = useState<'writing' | 'faulty' | 'reviewing'>('writing')
  const parsed = parseAmount(text, most)
  const amount = parsed.ok ? formatMoney(parsed.value, locale) : ''

  function review(event: FormEvent) {
    event.preventDefault()
    setStage(parsed.ok ? 'reviewing' : 'faulty')
  }
  function send() {
    if (!parsed.ok) return
    const step = withdrawStep({ title: t('stepTitle', { amount }), amount: parsed.value, settings })
    flow.start([step], { account, onConfirmed: () => router.refresh() })
  }

  if (flow.state.phase === 'confirmed') return <Callout tone="success" title={t('done', { amount })} live />
  if (flow.state.phase !== 'idle') return <FlowProgress flow={flow} />
  if (stage === 'reviewing' && parsed.ok) {
    const facts = { address: shortHex(account), left: formatMoney(micro(most - parsed.value), locale) }
    return (
      <div className="space-y-4">
        <Callout tone="info" title={t('confirmTitle', { amount })} live>
          {t('confirmMeaning', facts)}
        </Callout>
        <div className="flex flex-col gap-2 sm:flex-row-reverse">
          <Button variant="primary" onClick={send}>
            {t('submit')}
          </Button>
          <Button variant="quiet" onClick={() => setStage('writing')}>
            {t('change')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form onSubmit={review} noValidate className="space-y-4">
      <AmountField
        label={t('amount')}
        hint={t('free', { free: formatMoney(most, locale, { exact: true }) })}
        text={text}
        onText={setText}
        fault={stage === 'faulty' && !parsed.ok ? parsed.fault : null}
        limit="aboveFree"
        most={most}
      />
      <div className="flex flex-col gap-2 sm:flex-row-reverse">
        <Button type="submit" variant="primary">
          {t('review')}
        </Button>
        <Button variant="quiet" onClick={() => setText(typedMoney(most))}>
          {t('all')}
        </Button>
      </div>
    </form>
  )
}
