'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Card } from '@/components/ui/card'
import { Field, Input } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { LocalDate } from '@/lib/domain/metering/calendar'
import { estimateGapsOf } from './actions'
import { EstimatePreviewShown } from './estimate-preview'
import { OutcomeMessage } from './outcome-message'

/** Fills the gaps of a span of days: first shown, then done. */
export function EstimateCard({ meterId, from, until }: { meterId: string; from: LocalDate; until: LocalDate }) {
  const t = useTranslations('operator.data.estimate')
  const [outcome, action] = useActionState(estimateGapsOf, null)
  return (
    <Card title={t('title')} lead={t('lead')}>
      <form action={action} className="space-y-4">
        <input type="hidden" name="meter" value={meterId} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('from')}>
            <Input type="date" name="from" required defaultValue={from} />
          </Field>
          <Field label={t('until')} hint={t('untilHint')}>
            <Input type="date" name="until" required defaultValue={until} />
          </Field>
        </div>
        <label className="flex min-h-11 items-center gap-3 text-sm sm:min-h-8">
          <input type="checkbox" name="anew" className="size-5" />
          {t('anew')}
        </label>
        <SubmitButton variant="secondary">{t('preview')}</SubmitButton>
      </form>
      {outcome && (
        <div className="mt-4">
          {outcome.kind === 'preview' ? (
            <EstimatePreviewShown {...outcome} action={action} />
          ) : (
            <OutcomeMessage outcome={outcome} />
          )}
        </div>
      )}
    </Card>
  )
}
