'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Refusal } from '@/lib/domain/decision'
import type { DaySpan } from '@/lib/domain/metering/erasure'
import { refusalKey } from '@/lib/errors'

export type EraseAction = (before: Refusal | null, form: FormData) => Promise<Refusal | null>

export interface EraseDialogProps {
  meterId: string
  person: string
  /** What the preview showed: nothing else is erased. */
  spans: readonly DaySpan[]
  days: number
  action: EraseAction
}

/** The last question before something that cannot be undone. Nothing is chosen for the person in advance. */
export function EraseDialog({ meterId, person, spans, days, action }: EraseDialogProps) {
  const t = useTranslations('erasure.confirm')
  const [open, setOpen] = useState(false)
  const [sure, setSure] = useState(false)
  const [refusal, submit] = useActionState(action, null)
  const sureId = useId()
  const form = useId()
  return (
    <Dialog
      trigger={t('open')}
      triggerLook={{ variant: 'danger' }}
      title={t('title', { count: days })}
      description={t('meaning')}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setSure(false)
      }}
      persistent
      actions={
        <>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
          <SubmitButton form={form} variant="danger" disabled={!sure}>
            {t('erase')}
          </SubmitButton>
        </>
      }
    >
      <form id={form} action={submit}>
        <input type="hidden" name="meter" value={meterId} />
        <input type="hidden" name="person" value={person} />
        <input type="hidden" name="spans" value={spans.map(({ from, to }) => `${from}/${to}`).join(' ')} />
        <label htmlFor={sureId} className="flex min-h-11 items-start gap-3 py-2 text-sm">
          <input
            id={sureId}
            type="checkbox"
            required
            checked={sure}
            onChange={(event) => setSure(event.target.checked)}
            className="mt-0.5 size-5 shrink-0"
          />
          <span>{t('sure')}</span>
        </label>
      </form>
      {refusal && <Refused name={refusal.name} />}
    </Dialog>
  )
}

function Refused({ name }: { name: string }) {
  const t = useTranslations()
  return (
    <Callout tone="danger" title={t('erasure.confirm.refused')} live className="mt-4">
      {(t as unknown as (key: string) => string)(refusalKey(name))}
    </Callout>
  )
}
