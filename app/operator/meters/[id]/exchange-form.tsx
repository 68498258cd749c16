'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Energy } from '@/components/energy/energy'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { CountingMeter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import { sumWh } from '@/lib/domain/metering/register-values'
import { typedKw } from '@/lib/format/parse-amount'
import { prepareExchange } from '../actions'
import { FaultCount } from '../fault-count'
import { AreaField, DialFields, TextField } from '../fields'
import type { Outcome, Ready } from '../outcome'
import { Review, type Sender } from '../review'
import { ClosingFields } from './closing-fields'

export interface ExchangeFormProps extends Sender {
  meter: CountingMeter & { id: string; lastRead: Read }
  /** When the form was opened, by the market's clock. */
  now: string
}

/** Another meter in this one's place: how the old one ends, what the new one is, what it begins with. */
export function ExchangeForm({ meter, now, ...sender }: ExchangeFormProps) {
  const t = useTranslations('meters.exchange')
  const [outcome, action] = useActionState(prepareExchange, null)
  // Thirty fields at once would hide what matters more often.
  const [open, setOpen] = useState(false)
  const facts = ({ carried }: Ready) =>
    carried
      ? [{ key: 'carried', term: t('carried'), description: <Energy wh={sumWh(carried.importWh)} unit="kWh" exact /> }]
      : []
  return (
    <Card title={t('title')} lead={t('lead')}>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="inline-flex min-h-11 items-center font-medium hover:text-accent">{t('open')}</summary>
        <form action={action} noValidate className="mt-4 space-y-8">
          <input type="hidden" name="meter" value={meter.id} />
          <ClosingFields meter={meter} now={now} outcome={outcome} />
          <NextMeterFields meter={meter} outcome={outcome} />
          <OpeningFields now={now} demand={typedKw(meter.lastRead.maxDemand)} outcome={outcome} />
          <FaultCount outcome={outcome} />
          <SubmitButton>{t('review')}</SubmitButton>
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
      </details>
    </Card>
  )
}

function NextMeterFields({ meter, outcome }: { meter: CountingMeter; outcome: Outcome | null }) {
  const t = useTranslations('meters')
  const text = (name: 'digits' | 'multiplier' | 'capacity', initial: string, unit?: string) => (
    <TextField name={name} label={t(`fields.${name}`)} outcome={outcome} initial={initial} numeric unit={unit} />
  )
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{t('exchange.next')}</legend>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          name="serial"
          label={t('fields.serial')}
          hint={t('hints.serial')}
          outcome={outcome}
          maxLength={60}
          className="sm:col-span-3"
        />
        {text('digits', String(meter.digits))}
        {text('multiplier', String(meter.multiplier))}
        {text('capacity', typedKw(meter.capacity), 'kW')}
        <AreaField
          name="key"
          label={t('fields.key')}
          hint={t('hints.key')}
          outcome={outcome}
          rows={2}
          className="sm:col-span-3"
        />
      </div>
    </fieldset>
  )
}

function OpeningFields({ now, demand, outcome }: { now: string; demand: string; outcome: Outcome | null }) {
  const t = useTranslations('meters')
  return (
    <div className="space-y-4">
      <DialFields prefix="opening" legend={t('exchange.opening')} outcome={outcome} />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="opening.time" label={t('fields.time')} outcome={outcome} type="datetime-local" initial={now} />
        <TextField name="opening.sequence" label={t('fields.sequence')} outcome={outcome} initial="0" numeric />
        <TextField
          name="opening.demand"
          label={t('fields.demand')}
          hint={t('hints.openingDemand')}
          outcome={outcome}
          initial={demand}
          unit="kW"
        />
      </div>
    </div>
  )
}
