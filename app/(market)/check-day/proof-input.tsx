'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, type DragEvent } from 'react'
import { Button, buttonClasses } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { classes } from '@/components/ui/classes'
import { Field, Textarea } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'

/** Far more than any proof file: what is longer is not even read. */
const LONGEST_FILE = 1024 * 1024

/** A file dropped or chosen, or its text pasted. */
export function ProofInput({ onText }: { onText: (text: string) => void }) {
  const t = useTranslations('dayProof.input')
  const [over, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  const inputId = useId()

  async function take(file: File | undefined) {
    if (file) onText(file.size > LONGEST_FILE ? ' '.repeat(LONGEST_FILE) : await file.text())
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <Card>
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classes(
          'flex flex-col items-center gap-3 rounded-card border border-dashed px-4 py-10 text-center',
          over ? 'border-accent bg-accent-ground' : 'border-edge',
        )}
      >
        <Icon name="empty" size={32} className="text-quiet" />
        <p className="font-medium">{t('drop')}</p>
        <input
          id={inputId}
          type="file"
          accept="application/json,.json"
          className="peer sr-only"
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <label
          htmlFor={inputId}
          className={buttonClasses(
            { variant: 'primary' },
            'cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent',
          )}
        >
          {t('choose')}
        </label>
        <p className="max-w-prose text-sm text-quiet">{t('private')}</p>
      </div>
      <form
        className="mt-6 space-y-3"
        onSubmit={(event) => {
          event.preventDefault()
          onText(pasted)
        }}
      >
        <Field label={t('paste')}>
          <Textarea
            rows={4}
            spellCheck={false}
            className="font-mono"
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        </Field>
        <Button type="submit" disabled={pasted.trim() === ''}>
          {t('check')}
        </Button>
      </form>
    </Card>
  )
}
