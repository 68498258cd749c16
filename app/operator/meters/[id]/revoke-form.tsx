'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { prepareRevocation } from '../actions'
import { Review, type Sender } from '../review'

/** Takes the meter's key away: no read counts until it has a new one. */
export function RevokeForm({ meterId, ...sender }: Sender & { meterId: string }) {
  const t = useTranslations('meters.revoke')
  const [outcome, action] = useActionState(prepareRevocation, null)
  return (
    <Card title={t('title')} lead={t('lead')}>
      <form action={action} className="space-y-4">
        <input type="hidden" name="meter" value={meterId} />
        <SubmitButton variant="danger">{t('review')}</SubmitButton>
        <Review
          outcome={outcome}
          title={t('title')}
          warning={t('warning')}
          send={t('send')}
          done={t('done')}
          danger
          {...sender}
        />
      </form>
    </Card>
  )
}
