'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, type DragEvent } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'

/** A place to drop files on, and a button for whoever does not drag. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useTranslations('imports.upload')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      data-drop-zone=""
      className={classes(
        'flex flex-col items-center justify-center rounded-card border-2 border-dashed px-4 py-10 text-center transition-colors',
        isOver ? 'border-accent bg-accent-ground' : 'border-edge/60',
      )}
    >
      <span className="grid size-12 place-items-center rounded-full bg-sunken text-quiet">
        <Icon name="empty" size={24} />
      </span>
      <p className="mt-4 flex flex-wrap items-center justify-center gap-2 font-medium">
        {t('drop')}
        <Button size="small" onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
      </p>
      <input
        ref={input}
        type="file"
        multiple
        aria-label={t('choose')}
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <p className="mt-3 max-w-prose text-sm text-quiet">{t('limits')}</p>
    </div>
  )
}
