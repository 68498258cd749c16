'use client'

import { useState } from 'react'
import { Button } from './button'
import { Card } from './card'
import { DropZone } from './drop-zone'
import { Field, Textarea } from './field'
import { Icon } from './icon'

export interface FileInputProps {
  /** Of text: what is longer is not even read. */
  longest: number
  /** Called with a text that is too long in place of one that was not read. */
  onText: (text: string) => void
  words: (word: 'drop' | 'choose' | 'private' | 'paste' | 'check') => string
}

/** A file of text dropped or chosen, or its text pasted. It goes nowhere but to the page. */
export function FileInput({ longest, onText, words }: FileInputProps) {
  const [pasted, setPasted] = useState('')

  async function take(file: File | undefined) {
    if (file) onText(file.size > longest ? ' '.repeat(longest + 1) : await file.text())
  }

  return (
    <Card>
      <DropZone
        onFiles={([file]) => void take(file)}
        drop={words('drop')}
        choose={words('choose')}
        accept="application/json,.json"
        icon={<Icon name="empty" size={32} className="text-quiet" />}
      >
        {words('private')}
      </DropZone>
      <form
        className="mt-6 space-y-3"
        onSubmit={(event) => {
          event.preventDefault()
          onText(pasted)
        }}
      >
        <Field label={words('paste')}>
          <Textarea
            rows={4}
            spellCheck={false}
            className="font-mono"
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        </Field>
        <Button type="submit" disabled={pasted.trim() === ''}>
          {words('check')}
        </Button>
      </form>
    </Card>
  )
}
