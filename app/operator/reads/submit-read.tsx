'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState, type ChangeEvent } from 'react'
import { Card } from '@/components/ui/card'
import { Field, Textarea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { buttonClasses } from '@/components/ui/button'
import { submitRead } from './actions'
import { ReadOutcomeMessage } from './read-outcome'
import { EXAMPLE_READ } from './signed-read'

/** Hand in a read a meter signed, and be told what became of it. What was refused stays in the field. */
export function SubmitRead() {
  const t = useTranslations('operator.submit')
  const [text, setText] = useState('')
  const [outcome, action] = useActionState(submitRead, null)

  async function load(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    if (file) setText(await file.text())
    // The same file may be chosen again after it was corrected.
    event.target.value = ''
  }
  return (
    <Card title={t('title')} lead={t('lead')}>
      <form action={action} className="space-y-4">
        <Field label={t('read')} hint={t('readHint')}>
          <Textarea
            name="read"
            rows={8}
            spellCheck={false}
            className="font-mono text-sm"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <SubmitButton disabled={text.trim() === ''}>{t('send')}</SubmitButton>
          <label
            className={buttonClasses(
              {},
              'cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent',
            )}
          >
            {t('file')}
            <input type="file" accept="application/json,.json" onChange={load} className="sr-only" />
          </label>
        </div>
        {outcome && <ReadOutcomeMessage outcome={outcome} />}
        <details className="text-sm">
          <summary className="inline-flex min-h-11 items-center font-medium text-quiet hover:text-accent sm:min-h-8">
            {t('example')}
          </summary>
          <p className="mt-2 max-w-prose text-soft">{t('exampleMeaning')}</p>
          <pre className="mt-3 overflow-x-auto rounded-control bg-sunken p-4 font-mono text-xs" tabIndex={0}>
            {EXAMPLE_READ}
          </pre>
        </details>
      </form>
    </Card>
  )
}
