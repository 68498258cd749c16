'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Read } from '@/lib/domain/metering/read'
import { REGISTERS } from '@/lib/domain/metering/registers'
import { wh } from '@/lib/domain/units/units'
import { typedKw, typedKwh } from '@/lib/format/parse-amount'
import { AreaField, ChoiceField, DialFields, TextField } from '../fields'
import type { Outcome } from '../outcome'
import { closingOf, CLOSINGS } from './closings'

export interface ClosingFieldsProps {
  meter: { lastRead: Read }
  now: string
  outcome: Outcome | null
}

/** How the old meter ends. */
export function ClosingFields({ meter: { lastRead }, now, outcome }: ClosingFieldsProps) {
  const t = useTranslations('meters')
  const [closing, setClosing] = useState(closingOf(outcome?.typed.closing))
  return (
    <fieldset className="space-y-4">
      <legend className="mb-2 text-sm font-semibold">{t('exchange.closing')}</legend>
      <ChoiceField
        name="closing"
        label={t('exchange.how')}
        hint={t(`exchange.hows.${closing}.hint`)}
        outcome={outcome}
        choices={CLOSINGS.map((value) => ({ value, text: t(`exchange.hows.${value}.name`) }))}
        onChoose={(chosen) => setClosing(closingOf(chosen))}
      />
      {closing === 'signed' && (
        <AreaField name="closing.signed" label={t('exchange.signed')} outcome={outcome} rows={6} />
      )}
      {closing === 'stated' && <StatedFields lastRead={lastRead} now={now} outcome={outcome} />}
    </fieldset>
  )
}

function StatedFields({ lastRead, now, outcome }: { lastRead: Read; now: string; outcome: Outcome | null }) {
  const t = useTranslations('meters')
  const quality = useTranslations('operator.meters.quality')
  const shown = REGISTERS.map((register, index) => [register, typedKwh(lastRead.importWh[index] ?? wh(0n))] as const)
  return (
    <>
      <DialFields
        prefix="closing"
        legend={t('exchange.closingDials')}
        outcome={outcome}
        initial={{ ...Object.fromEntries(shown), export: typedKwh(lastRead.exportWh) }}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="closing.time" label={t('fields.time')} outcome={outcome} type="datetime-local" initial={now} />
        <ChoiceField
          name="closing.quality"
          label={t('exchange.quality')}
          outcome={outcome}
          choices={(['Estimated', 'Substituted'] as const).map((value) => ({ value, text: quality(value) }))}
        />
        <TextField
          name="closing.demand"
          label={t('fields.demand')}
          outcome={outcome}
          initial={typedKw(lastRead.maxDemand)}
          unit="kW"
        />
      </div>
    </>
  )
}
