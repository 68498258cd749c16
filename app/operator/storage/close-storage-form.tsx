'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { Review, type Sender } from '../meters/review'
import { prepareClosing } from './actions'

/** Ends an offer: it takes nothing more. */
export function CloseStorageForm({ id, ...sender }: Sender & { id: number }) {
  const t = useTranslations('storage.close')
  const [outcome, action] = useActionState(prepareClosing, null)
  return (
    <form action={action} className="inline-block">
      <input type="hidden" name="storage" value={id} />
      <SubmitButton variant="quiet" size="small">
        {t('review')} <span className="sr-only">{t('which', { id: String(id) })}</span>
      </SubmitButton>
      <Review
        outcome={outcome}
        title={t('title', { id: String(id) })}
        warning={t('warning')}
        send={t('send')}
        done={t('done')}
        danger
        {...sender}
      />
    </form>
  )
}
