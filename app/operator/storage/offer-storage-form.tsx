'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Energy } from '@/components/energy/energy'
import type { Description } from '@/components/ui/description-list'
import { BPS_ONE, mulDivDown, wh } from '@/lib/domain/units/units'
import { formatDuration } from '@/lib/format/duration'
import { formatBasisPoints } from '@/lib/format/number'
import { parseCount, parseKwh, parsePercent } from '@/lib/format/parse-amount'
import { TextField } from '../meters/fields'
import type { Sender } from '../meters/review'
import { ReviewedForm } from '../reviewed-form'
import { prepareStorage } from './actions'

const DAY_MINUTES = 1_440
/** What an example stores. */
const EXAMPLE = wh(100_000n)

/** Offers to keep energy for others, on terms that never change. */
export function OfferStorageForm(sender: Sender) {
  const t = useTranslations('storage.offer')
  const locale = useLocale()
  const [outcome, action] = useActionState(prepareStorage, null)
  const typed = (name: string) => outcome?.typed[name] ?? ''
  const facts = (): Description[] => {
    const [efficiency, capacity] = [parsePercent(typed('efficiency')), parseKwh(typed('capacity'))]
    const days = parseCount(typed('lifetime'), Number.MAX_SAFE_INTEGER)
    if (efficiency === null || capacity === null || days === null) return []
    const out = wh(mulDivDown(EXAMPLE, efficiency, BPS_ONE))
    return [
      { key: 'efficiency', term: t('efficiency'), description: formatBasisPoints(efficiency, locale), numeric: true },
      { key: 'example', term: t('example'), description: <Energy wh={out} unit="kWh" exact />, numeric: true },
      { key: 'lifetime', term: t('lifetime'), description: formatDuration(days * DAY_MINUTES, locale), numeric: true },
      { key: 'capacity', term: t('capacity'), description: <Energy wh={capacity} unit="kWh" exact />, numeric: true },
    ]
  }
  const text = (name: 'efficiency' | 'lifetime' | 'capacity', unit: string) => (
    <TextField name={name} label={t(name)} hint={t(`${name}Hint`)} outcome={outcome} unit={unit} maxLength={40} />
  )
  return (
    <ReviewedForm words={(word) => t(word)} outcome={outcome} action={action} facts={facts} {...sender}>
      <div className="grid gap-4 sm:grid-cols-3">
        {text('efficiency', '%')}
        {text('lifetime', t('days'))}
        {text('capacity', 'kWh')}
      </div>
    </ReviewedForm>
  )
}
