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
import type { Micro } from '@/lib/domain/units/units'
import { formatMoney } from '@/lib/format/money'
import { parseAmount, typedMoney } from '@/lib/format/parse-amount'
import { AmountField } from './amount-field'
import { topUpStep } from './money-steps'
import { useWalletBalance } from './use-wallet-balance'

export interface TopUpFormProps {
  settings: WalletSettings
  /** Who is signed in: the only account that may sign here. */
  account: Address
  /** What is missing for a bill, if that is why the visitor came. */
  suggested: Micro | null
}

/** Money from the wallet into the account, on one signature. */
export function TopUpForm({ settings, account, suggested }: TopUpFormProps) {
  const t = useTranslations('escrow.topUp')
  const locale = useLocale()
  const router = useRouter()
  const flow = useWalletFlow()
  const balance = useWalletBalance(settings, account)
  const [text, setText] = useState(suggested === null ? '' : typedMoney(suggested))
  const [touched, setTouched] = useState(false)
  const parsed = parseAmount(text, balance.value)
  const amount = parsed.ok ? formatMoney(parsed.value, locale) : ''

  function submit(event: FormEvent) {
    event.preventDefault()
    setTouched(true)
    if (!parsed.ok) return
    const step = topUpStep({ title: t('stepTitle', { amount }), amount: parsed.value, settings })
    flow.start([step], { account, onConfirmed: () => router.refresh() })
  }

  if (flow.state.phase === 'confirmed') return <Callout tone="success" title={t('done', { amount })} live />
  if (flow.state.phase !== 'idle') return <FlowProgress flow={flow} />
  const hint =
    balance.value !== null
      ? t('wallet', { balance: formatMoney(balance.value, locale) })
      : t(balance.failed ? 'walletUnknown' : 'walletLoading')
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <AmountField
        label={t('amount')}
        hint={hint}
        text={text}
        onText={setText}
        fault={touched && !parsed.ok ? parsed.fault : null}
        limit="aboveWallet"
        most={balance.value}
      />
      <Button type="submit" variant="primary" wide>
        {parsed.ok ? t('submit', { amount }) : t('submitEmpty')}
      </Button>
    </form>
  )
}
