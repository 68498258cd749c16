'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { shortHex } from '@/lib/format/hex'
import { prepareHolder } from '../actions'
import { TextField } from '../fields'
import { Review, type Sender } from '../review'

/** Gives the supply point to another holder. */
export function HolderForm({ meterId, holder, ...sender }: Sender & { meterId: string; holder: string }) {
  const t = useTranslations('meters')
  const [outcome, action] = useActionState(prepareHolder, null)
  return (
    <Card title={t('holder.title')} lead={t('holder.lead')}>
      <form action={action} noValidate className="space-y-4">
        <input type="hidden" name="meter" value={meterId} />
        <TextField
          name="holder"
          label={t('holder.next')}
          hint={t('holder.present', { holder: shortHex(holder) })}
          outcome={outcome}
          maxLength={100}
        />
        <SubmitButton variant="secondary">{t('holder.review')}</SubmitButton>
        <Review
          outcome={outcome}
          title={t('holder.title')}
          warning={t('holder.warning')}
          send={t('holder.send')}
          done={t('holder.done')}
          {...sender}
        />
      </form>
    </Card>
  )
}
