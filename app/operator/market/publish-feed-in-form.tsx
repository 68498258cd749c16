'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Price } from '@/components/energy/price'
import { Callout } from '@/components/ui/callout'
import type { Description } from '@/components/ui/description-list'
import type { MicroPerKwh } from '@/lib/domain/units/units'
import { parsePrice } from '@/lib/format/parse-amount'
import { ChoiceField, TextField } from '../meters/fields'
import type { Sender } from '../meters/review'
import { ReviewedForm } from '../reviewed-form'
import { prepareFeedIn } from './actions'

interface Choice {
  value: string
  text: string
}

export interface PublishFeedInFormProps extends Sender {
  /** Each with the delivery periods that have no price yet, the likeliest first, and the newest price there is. */
  regions: readonly (Choice & { periods: readonly Choice[]; last: MicroPerKwh | null })[]
  payers: readonly Choice[]
}

/** Publishes what a grid company pays for energy given back to it. */
export function PublishFeedInForm({ regions, payers, ...sender }: PublishFeedInFormProps) {
  const t = useTranslations('operator.market.publishFeedIn')
  const [outcome, action] = useActionState(prepareFeedIn, null)
  const [chosen, choose] = useState(outcome?.typed['region'] ?? regions[0]?.value)
  const region = regions.find(({ value }) => value === chosen)
  // What was reviewed, though the form may offer other periods by now.
  const typed = outcome?.typed ?? {}
  const textOf = (choices: readonly Choice[], name: string) =>
    choices.find(({ value }) => value === typed[name])?.text ?? typed[name]
  const facts = (): Description[] => {
    const [of, price] = [regions.find(({ value }) => value === typed['region']), parsePrice(typed['price'] ?? '')]
    return [
      { key: 'period', term: t('period'), description: textOf(of?.periods ?? [], 'start') },
      { key: 'region', term: t('region'), description: of?.text },
      { key: 'payer', term: t('payer'), description: textOf(payers, 'payer') },
      ...(of?.last
        ? [{ key: 'last', term: t('last'), description: <Price microPerKwh={of.last} />, numeric: true }]
        : []),
      ...(price !== null
        ? [{ key: 'price', term: t('price'), description: <Price microPerKwh={price} alone />, numeric: true }]
        : []),
    ]
  }
  if (payers.length === 0) return <Callout title={t('noPayerTitle')}>{t('noPayerMeaning')}</Callout>
  return (
    <ReviewedForm words={(word) => t(word)} outcome={outcome} action={action} facts={facts} {...sender}>
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceField name="region" label={t('region')} outcome={outcome} choices={regions} onChoose={choose} />
        <ChoiceField
          key={chosen}
          name="start"
          label={t('period')}
          hint={t(region?.periods.length === 0 ? 'noPeriod' : 'periodHint')}
          outcome={outcome}
          choices={region?.periods ?? []}
        />
        <ChoiceField name="payer" label={t('payer')} hint={t('payerHint')} outcome={outcome} choices={payers} />
        <TextField
          name="price"
          label={t('price')}
          hint={t('priceHint')}
          outcome={outcome}
          unit="¥ / kWh"
          numeric
          maxLength={40}
        />
      </div>
    </ReviewedForm>
  )
}
