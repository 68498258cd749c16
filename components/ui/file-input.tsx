'use client'

import { useId, useState, type DragEvent } from 'react'
import { Button, buttonClasses } from './button'
import { Card } from './card'
import { classes } from './classes'
import { Field, Textarea } from './field'
import { Icon } from './icon'

export interface FileInputProps {
  /** Of text: what is longer is not even read. */
  longest: number
  /** Called with a text that is too long in place of one that was not read. */
  onText: (text: string) => void
  words: Record<'drop' | 'choose' | 'private' | 'paste' | 'check', string>
}

/** A file of text dropped or chosen, or its text pasted. It goes nowhere but to the page. */
export function FileInput({ longest, onText, words }: FileInputProps) {
  const [over, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  const inputId = useId()

  async function take(file: File | undefined) {
    if (file) onText(file.size > longest ? ' '.repeat(longest + 1) : await file.text())
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
        <p className="font-medium">{words.drop}</p>
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
          {words.choose}
        </label>
        <p className="max-w-prose text-sm text-quiet">{words.private}</p>
      </div>
      <form
        className="mt-6 space-y-3"
        onSubmit={(event) => {
          event.preventDefault()
          onText(pasted)
        }}
      >
        <Field label={words.paste}>
          <Textarea
            rows={4}
            spellCheck={false}
            className="font-mono"
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        </Field>
        <Button type="submit" disabled={pasted.trim() === ''}>
          {words.check}
        </Button>
      </form>
    </Card>
  )
}
