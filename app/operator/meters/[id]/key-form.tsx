'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { prepareKey } from '../actions'
import { AreaField } from '../fields'
import { Review, type Sender } from '../review'

/** A new key for the meter. */
export function KeyForm({ meterId, ...sender }: Sender & { meterId: string }) {
  const t = useTranslations('meters')
  const [outcome, action] = useActionState(prepareKey, null)
  return (
    <Card title={t('rotate.title')} lead={t('rotate.lead')}>
      <form action={action} noValidate className="space-y-4">
        <input type="hidden" name="meter" value={meterId} />
        <AreaField name="key" label={t('fields.key')} hint={t('hints.key')} outcome={outcome} rows={2} />
        <SubmitButton variant="secondary">{t('rotate.review')}</SubmitButton>
        <Review
          outcome={outcome}
          title={t('rotate.title')}
          warning={t('rotate.warning')}
          send={t('rotate.send')}
          done={t('rotate.done')}
          {...sender}
        />
      </form>
    </Card>
  )
}
