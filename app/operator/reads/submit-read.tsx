'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useRef, type ChangeEvent } from 'react'
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
  const field = useRef<HTMLTextAreaElement>(null)
  const [outcome, action] = useActionState(submitRead, null)

  async function load({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
    const file = input.files?.[0]
    if (file && field.current) field.current.value = await file.text()
    // The same file may be chosen again after it was corrected.
    input.value = ''
  }
  return (
    <Card title={t('title')} lead={t('lead')}>
      <form action={action} className="space-y-4">
        <Field label={t('read')} hint={t('readHint')}>
          <Textarea
            ref={field}
            name="read"
            required
            rows={8}
            spellCheck={false}
            className="font-mono text-sm"
            defaultValue={outcome && 'text' in outcome ? outcome.text : ''}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <SubmitButton>{t('send')}</SubmitButton>
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
