'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import type { SessionKind } from '@/lib/domain/surplus/session'
import { ChoiceField, TextField } from '../meters/fields'
import type { Sender } from '../meters/review'
import { ReviewedForm } from '../reviewed-form'
import { prepareSession } from './actions'

export interface OpenSessionFormProps extends Sender {
  regions: readonly { value: string; text: string }[]
  /** Delivery periods of each kind, the likeliest first. */
  periods: Record<SessionKind, readonly { value: string; text: string }[]>
  /** As they are typed. */
  times: { lockAt: string; closeAt: string }
}

/** Opens a surplus session for a region and delivery period. */
export function OpenSessionForm({ regions, periods, times, ...sender }: OpenSessionFormProps) {
  const t = useTranslations('operator.market.openSession')
  const [outcome, action] = useActionState(prepareSession, null)
  const [kind, choose] = useState<SessionKind>((outcome?.typed['kind'] as SessionKind) ?? 'Exported')
  const kinds = (['Exported', 'Contracted'] as const).map((value) => ({ value, text: t(`kinds.${value}`) }))
  /** What is opened, once more: on a phone the fields are out of sight. */
  const facts = () => {
    const typed = outcome?.typed ?? {}
    const textOf = (choices: readonly { value: string; text: string }[], name: string) =>
      choices.find(({ value }) => value === typed[name])?.text ?? ''
    return [
      { key: 'kind', term: t('kind'), description: textOf(kinds, 'kind') },
      { key: 'region', term: t('region'), description: textOf(regions, 'region') },
      { key: 'period', term: t('period'), description: textOf(periods[kind], 'start') },
      { key: 'lockAt', term: t('lockAt'), description: timeOf(typed['lockAt']), numeric: true },
      { key: 'closeAt', term: t('closeAt'), description: timeOf(typed['closeAt']), numeric: true },
    ]
  }
  return (
    <ReviewedForm words={(word) => t(word)} outcome={outcome} action={action} facts={facts} {...sender}>
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceField
          name="kind"
          label={t('kind')}
          outcome={outcome}
          choices={kinds}
          onChoose={(value) => choose(value as SessionKind)}
        />
        <ChoiceField name="region" label={t('region')} outcome={outcome} choices={regions} />
        <ChoiceField
          key={kind}
          name="start"
          label={t('period')}
          hint={t(`periodHint.${kind}`)}
          outcome={outcome}
          choices={periods[kind]}
          className="sm:col-span-2"
        />
        <TextField
          name="lockAt"
          type="datetime-local"
          label={t('lockAt')}
          hint={t('lockHint')}
          outcome={outcome}
          initial={times.lockAt}
        />
        <TextField
          name="closeAt"
          type="datetime-local"
          label={t('closeAt')}
          hint={t('closeHint')}
          outcome={outcome}
          initial={times.closeAt}
        />
      </div>
    </ReviewedForm>
  )
}

/** As typed on the market's clock, the day apart from the time. */
const timeOf = (typed = '') => typed.replace('T', ' ')
