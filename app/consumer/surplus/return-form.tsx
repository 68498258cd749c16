'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { FlowProgress } from '@/components/wallet/flow-progress'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import { chargeAt } from '@/lib/domain/billing/deviation'
import { wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import { formatMoney } from '@/lib/format/money'
import { typedKwh } from '@/lib/format/parse-amount'
import { returnStep } from './credit-steps'
import type { CreditFormProps } from './credit-dialog'
import { EnergyField, typedEnergy } from './energy-field'

/** Back to the grid: how much, what it pays, one signature. The money is there when it is done. */
export function ReturnForm({ settings, account, credit, feedIn }: CreditFormProps) {
  const t = useTranslations('credits.return')
  const locale = useLocale()
  const router = useRouter()
  const flow = useWalletFlow()
  // What there was when the dialog opened: the page behind it refreshes as soon as some of it is gone.
  const [most] = useState(credit.energy)
  const [text, setText] = useState(typedKwh(most))
  const [tried, setTried] = useState(false)
  const typed = typedEnergy(text, most)
  const energy = typed.ok ? typed.energy : wh(0n)
  if (feedIn === null) return <Callout title={t('noPrice')}>{t('noPriceMeaning')}</Callout>
  const amount = chargeAt(energy, feedIn)
  const words = { energy: formatEnergy(energy, locale, { exact: true }), amount: formatMoney(amount, locale) }

  function send(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!typed.ok) return
    const step = returnStep({ title: t('step', words), settings, creditId: credit.creditId, energy })
    flow.start([step], { account, onConfirmed: () => router.refresh() })
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
      <EnergyField
        label={t('energy')}
        most={most}
        text={text}
        onText={setText}
        fault={tried && !typed.ok ? typed.fault : null}
      />
      <DescriptionList
        items={[
          { key: 'price', term: t('price'), description: <Price microPerKwh={feedIn} />, numeric: true },
          { key: 'left', term: t('left'), description: <Energy wh={wh(most - energy)} exact />, numeric: true },
          { key: 'amount', term: t('amount'), description: <Money micro={amount} />, numeric: true },
        ]}
      />
      <Button type="submit" variant="primary" wide>
        {t('submit')}
      </Button>
      <p className="text-sm text-quiet">{t('final')}</p>
    </form>
  )
}
