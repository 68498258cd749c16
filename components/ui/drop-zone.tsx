'use client'

import { useId, useState, type DragEvent, type ReactNode } from 'react'
import { buttonClasses } from './button'
import { classes } from './classes'

export interface DropZoneProps {
  onFiles: (files: File[]) => void
  /** What to do here, and the words on the button for whoever does not drag. */
  drop: ReactNode
  choose: ReactNode
  multiple?: boolean
  accept?: string
  /** Above the words. */
  icon?: ReactNode
  /** What becomes of the files, which of them are taken: said of the button, too. */
  children?: ReactNode
}

/** A place to drop files on. */
export function DropZone({ onFiles, drop, choose, multiple, accept, icon, children }: DropZoneProps) {
  const id = useId()
  const [isOver, setOver] = useState(false)
  function take(files: FileList | null) {
    const taken = [...(files ?? [])].slice(0, multiple ? undefined : 1)
    if (taken.length > 0) onFiles(taken)
  }
  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
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
        'flex flex-col items-center justify-center gap-4 rounded-card border-2 border-dashed px-4 py-8 text-center transition-colors sm:py-10',
        isOver ? 'border-accent bg-accent-ground' : 'border-edge/60',
      )}
    >
      {icon}
      <p className="font-medium">{drop}</p>
      <input
        id={id}
        type="file"
        multiple={multiple}
        accept={accept}
        className="peer sr-only"
        aria-describedby={`${id}-more`}
        onChange={({ target }) => {
          take(target.files)
          // The same file can be chosen again, once it was corrected.
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
        {choose}
      </label>
      <div id={`${id}-more`} className="max-w-prose space-y-4 text-sm text-quiet">
        {children}
      </div>
    </div>
  )
}
