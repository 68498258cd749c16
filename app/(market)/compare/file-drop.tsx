'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, type DragEvent } from 'react'
import { buttonClasses } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'

/** A place to drop a file on, and a button for whoever does not drag. The file stays on the device. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('compare.drop')
  const id = useId()
  const [isOver, setOver] = useState(false)
  const take = (file: File | undefined) => file && onFile(file)
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      data-drop-zone=""
      className={classes(
        'flex flex-col items-center gap-4 rounded-card border-2 border-dashed px-4 py-8 text-center transition-colors sm:py-10',
        isOver ? 'border-accent bg-accent-ground' : 'border-edge/60',
      )}
    >
      <p className="font-medium">{t('here')}</p>
      <input
        id={id}
        type="file"
        className="peer sr-only"
        aria-describedby={`${id}-private`}
        onChange={({ target }) => {
          take(target.files?.[0])
          target.value = ''
        }}
      />
      <label
        htmlFor={id}
        className={buttonClasses(
          { variant: 'primary' },
          'cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent',
        )}
      >
        {t('choose')}
      </label>
      <p id={`${id}-private`} className="flex max-w-prose items-start gap-2 text-left text-sm text-soft">
        <Icon name="circleCheck" size={18} className="mt-px text-success" />
        {t('private')}
      </p>
      <p className="max-w-prose text-sm text-quiet">{t('formats')}</p>
    </div>
  )
}
