'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { CreditFrame, useTypedEnergy } from '@/components/wallet/credit-frame'
import { chargeAt } from '@/lib/domain/billing/deviation'
import { wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import { formatMoney } from '@/lib/format/money'
import { returnStep } from './credit-steps'
import type { CreditFormProps } from './credit-dialog'

/** Back to the grid: what it pays. The money is there when it is done. */
export function ReturnForm({ settings, account, credit, feedIn, onDone }: CreditFormProps & { onDone: () => void }) {
  const t = useTranslations('credits.return')
  const locale = useLocale()
  const typed = useTypedEnergy(credit.energy)
  if (feedIn === null) return <Callout title={t('noPrice')}>{t('noPriceMeaning')}</Callout>
  const { energy, most, fault } = typed
  const amount = chargeAt(energy, feedIn)
  const words = { energy: formatEnergy(energy, locale, { exact: true }), amount: formatMoney(amount, locale) }
  const step = returnStep({ title: t('step', words), settings, creditId: credit.creditId, energy })
  return (
    <CreditFrame use="return" onDone={onDone} account={account} typed={typed} words={words} step={fault ? null : step}>
      <DescriptionList
        items={[
          { key: 'price', term: t('price'), description: <Price microPerKwh={feedIn} />, numeric: true },
          { key: 'left', term: t('left'), description: <Energy wh={wh(most - energy)} exact />, numeric: true },
          { key: 'amount', term: t('amount'), description: <Money micro={amount} />, numeric: true },
        ]}
      />
    </CreditFrame>
  )
}
