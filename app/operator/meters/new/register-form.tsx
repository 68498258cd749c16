'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { CUSTOMER_CLASSES } from '@/lib/domain/offers/offer'
import { prepareMeter } from '../actions'
import { FaultCount } from '../fault-count'
import { AreaField, ChoiceField, DialFields, TextField } from '../fields'
import { Review, type Sender } from '../review'

export interface RegisterFormProps extends Sender {
  /** When the form was opened, by the market's clock. */
  now: string
}

/** A new meter: who holds it, what it is, what it shows. */
export function RegisterForm({ now, ...sender }: RegisterFormProps) {
  const t = useTranslations('meters')
  const [outcome, action] = useActionState(prepareMeter, null)
  const text = (name: string, rest: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField
      name={name}
      label={t(`fields.${name}` as 'fields.label')}
      hint={t.has(`hints.${name}` as 'hints.label') ? t(`hints.${name}` as 'hints.label') : undefined}
      outcome={outcome}
      {...rest}
    />
  )
  return (
    <form action={action} noValidate className="space-y-4 sm:space-y-6">
      <Card title={t('new.point')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {text('label', { maxLength: 80 })}
          {text('number', { maxLength: 40 })}
          {text('holder', { className: 'sm:col-span-2', maxLength: 100 })}
          <ChoiceField
            name="customerClass"
            label={t('fields.customerClass')}
            outcome={outcome}
            choices={CUSTOMER_CLASSES.map((value) => ({ value, text: t(`classes.${value}`) }))}
          />
          {text('capacity', { unit: 'kW', maxLength: 40 })}
          {text('region', { numeric: true, initial: '42', maxLength: 10 })}
          {text('voltageClass', { numeric: true, initial: '0', maxLength: 3 })}
        </div>
      </Card>
      <Card title={t('new.meter')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {text('serial', { className: 'sm:col-span-2', maxLength: 60 })}
          {text('digits', { numeric: true, initial: '9', maxLength: 2 })}
          {text('multiplier', { numeric: true, initial: '1', maxLength: 5 })}
          <AreaField
            name="key"
            label={t('fields.key')}
            hint={t('hints.key')}
            outcome={outcome}
            className="sm:col-span-2"
          />
        </div>
      </Card>
      <Card title={t('new.opening')} lead={t('new.openingLead')}>
        <div className="space-y-6">
          <div className="grid gap-4 sm:grid-cols-3">
            {text('time', { type: 'datetime-local', initial: now })}
            {text('sequence', { numeric: true, initial: '0', maxLength: 10 })}
            {text('demand', { unit: 'kW', initial: '0', maxLength: 40 })}
          </div>
          <DialFields prefix="register" legend={t('fields.dials')} outcome={outcome} />
        </div>
      </Card>
      <FaultCount outcome={outcome} />
      <SubmitButton>{t('new.review')}</SubmitButton>
      <Review
        outcome={outcome}
        title={t('new.title')}
        warning={t('new.warning')}
        send={t('new.send')}
        done={t('new.done')}
        {...sender}
      />
    </form>
  )
}
