'use client'

import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { Review, type ReviewProps } from './meters/review'

export interface ReviewedFormProps extends Omit<ReviewProps, 'title' | 'warning' | 'send' | 'done'> {
  action: (form: FormData) => void
  words: (word: 'title' | 'lead' | 'review' | 'warning' | 'send' | 'done') => string
  /** The fields. */
  children: ReactNode
}

/** A card with a form whose transaction is looked at once more before the wallet is asked. */
export function ReviewedForm({ action, words, children, ...review }: ReviewedFormProps) {
  return (
    <Card title={words('title')} lead={words('lead')}>
      <form action={action} noValidate className="space-y-4">
        {children}
        <SubmitButton variant="secondary">{words('review')}</SubmitButton>
        <Review
          title={words('title')}
          warning={words('warning')}
          send={words('send')}
          done={words('done')}
          {...review}
        />
      </form>
    </Card>
  )
}
