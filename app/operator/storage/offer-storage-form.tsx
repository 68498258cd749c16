'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Energy } from '@/components/energy/energy'
import { Card } from '@/components/ui/card'
import type { Description } from '@/components/ui/description-list'
import { SubmitButton } from '@/components/ui/submit-button'
import { BPS_ONE, mulDivDown, wh } from '@/lib/domain/units/units'
import { formatDuration } from '@/lib/format/duration'
import { formatBasisPoints } from '@/lib/format/number'
import { parseCount, parseKwh, parsePercent } from '@/lib/format/parse-amount'
import { TextField } from '../meters/fields'
import { Review, type Sender } from '../meters/review'
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
  return (
    <Card title={t('title')} lead={t('lead')}>
      <form action={action} noValidate className="space-y-4">
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            name="efficiency"
            label={t('efficiency')}
            hint={t('efficiencyHint')}
            outcome={outcome}
            unit="%"
            maxLength={40}
          />
          <TextField
            name="lifetime"
            label={t('lifetime')}
            hint={t('lifetimeHint')}
            outcome={outcome}
            unit={t('days')}
            maxLength={40}
          />
          <TextField
            name="capacity"
            label={t('capacity')}
            hint={t('capacityHint')}
            outcome={outcome}
            unit="kWh"
            maxLength={40}
          />
        </div>
        <SubmitButton variant="secondary">{t('review')}</SubmitButton>
        <Review
          outcome={outcome}
          title={t('title')}
          warning={t('warning')}
          facts={facts}
          send={t('send')}
          done={t('done')}
          {...sender}
        />
      </form>
    </Card>
  )
}
