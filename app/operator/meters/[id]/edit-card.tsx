'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Moment } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Field, Input } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { REASON_LENGTH } from '@/lib/domain/metering/edit-intervals'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import type { Slot } from '@/lib/domain/metering/slots'
import { editDay } from './actions'
import { fieldOf, shownValue } from './day-edit-form'
import { OutcomeMessage } from './outcome-message'

export interface EditCardProps {
  meterId: string
  day: MeterDay
  slots: Slot[]
  /** Null if the day has no data yet. */
  version: number | null
}

/** A day's intervals as fields. Only what is typed over changes. */
export function EditCard({ meterId, day, slots, version }: EditCardProps) {
  const t = useTranslations('operator.data.editDay')
  const timeZone = useTimeZone()
  const [outcome, action] = useActionState(editDay, null)
  return (
    <Card title={t('title')} lead={t('lead', { zone: timeZone ?? 'UTC' })}>
      <form id="edit" action={action} className="space-y-4">
        <input type="hidden" name="meter" value={meterId} />
        <input type="hidden" name="day" value={day.day} />
        <input type="hidden" name="minutes" value={day.minutes} />
        <input type="hidden" name="version" value={version ?? ''} />
        <ol className="max-h-96 divide-y divide-line overflow-y-auto rounded-control border border-line">
          {slots.map((slot, at) => (
            <li key={slot.start} className="px-3 py-2">
              <fieldset className="grid grid-cols-2 items-center gap-2 sm:grid-cols-4">
                <legend className="sr-only">
                  <Moment at={slot.start} precision="minute" />
                </legend>
                <span aria-hidden="true" className="text-sm">
                  <Moment at={slot.start} precision="minute" />
                </span>
                <span>
                  <Badge tone={day.qualities[at] === 'Missing' ? 'danger' : 'neutral'}>
                    {t(`quality.${day.qualities[at] ?? 'Missing'}`)}
                  </Badge>
                </span>
                {(['import', 'export'] as const).map((direction) => (
                  <Input
                    key={direction}
                    name={fieldOf(direction, slot)}
                    aria-label={t(direction)}
                    inputMode="numeric"
                    pattern="[0-9]{0,9}"
                    unit="Wh"
                    defaultValue={shownValue(day, direction, at)}
                  />
                ))}
              </fieldset>
            </li>
          ))}
        </ol>
        <Field label={t('reason')} hint={t('reasonHint')}>
          <Input name="reason" required minLength={REASON_LENGTH.least} maxLength={REASON_LENGTH.most} />
        </Field>
        <SubmitButton>{t('save')}</SubmitButton>
        {outcome && <OutcomeMessage outcome={outcome} />}
      </form>
    </Card>
  )
}
