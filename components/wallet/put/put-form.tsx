'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Callout } from '@/components/ui/callout'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import { Field, Select } from '@/components/ui/field'
import { CreditFrame, useTypedEnergy } from '@/components/wallet/credit-frame'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { chargeAt } from '@/lib/domain/billing/deviation'
import type { OwnDue } from '@/lib/domain/surplus/agreement-due'
import type { HeldCredit } from '@/lib/domain/surplus/credits'
import type { Address } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import { agreementName } from '@/lib/format/agreement-name'
import { formatEnergy } from '@/lib/format/energy'
import { putStep } from './put-step'

export interface PutFormProps {
  settings: WalletSettings
  /** Who is signed in: the only account that may send it. */
  account: Address
  credit: HeldCredit
  /** That it can be put on, the best first: one at least. */
  choices: readonly [OwnDue, ...OwnDue[]]
  onDone: () => void
}

/** On which agreement, how much of it, and what its bills are lowered by. */
export function PutForm({ settings, account, credit, choices, onDone }: PutFormProps) {
  const t = useTranslations('credits.put')
  const locale = useLocale()
  const typed = useTypedEnergy(credit.energy)
  const [chosen, setChosen] = useState(choices[0].id)
  const agreement = choices.find(({ id }) => id === chosen) ?? choices[0]
  const { energy, most, fault } = typed
  const kWh = (amount: bigint) => formatEnergy(wh(amount), locale, { unit: 'kWh', exact: true })
  const words = {
    energy: kWh(energy),
    left: kWh(most - energy),
    due: kWh(agreement.due + energy),
    agreement: agreementName(agreement),
  }
  const { creditId } = credit
  const step = putStep({ title: t('step', words), settings, creditId, energy, terms: agreement.terms })
  return (
    <CreditFrame use="put" account={account} typed={typed} words={words} step={fault ? null : step} onDone={onDone}>
      {choices.length > 1 && (
        <Field label={t('agreement')}>
          <Select value={chosen} onChange={(event) => setChosen(event.target.value as typeof chosen)}>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {agreementName(choice)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <DescriptionList items={useOutcome({ agreement, energy, most, isAlone: choices.length === 1 })} />
      <Callout tone="warning" title={t('worst')}>
        {t('worstMeaning')}
      </Callout>
    </CreditFrame>
  )
}

interface Outcome {
  agreement: OwnDue
  energy: Wh
  most: Wh
  /** Nothing above says which agreement it is. */
  isAlone: boolean
}

function useOutcome({ agreement, energy, most, isAlone }: Outcome): Description[] {
  const t = useTranslations('credits.put')
  const { due, energyPrice } = agreement
  return [
    ...(isAlone ? [{ key: 'agreement', term: t('on'), description: agreementName(agreement) }] : []),
    { key: 'due', term: t('due'), description: <Energy wh={wh(due + energy)} unit="kWh" exact />, numeric: true },
    ...(energyPrice === null
      ? []
      : [
          {
            key: 'worth',
            term: t('worth'),
            description: <Money micro={chargeAt(energy, energyPrice)} />,
            numeric: true,
          },
        ]),
    { key: 'left', term: t('left'), description: <Energy wh={wh(most - energy)} unit="kWh" exact />, numeric: true },
  ]
}
