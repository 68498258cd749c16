'use client'

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface HintProps {
  /** What the button explains, for a screen reader: "About the tolerance band". */
  label: string
  title?: ReactNode
  children: ReactNode
}

/** A small "i" that explains the word before it, on hover, tap or key: a tooltip that works on a phone. */
export function Hint({ label, title, children }: HintProps) {
  return (
    <Base.Root>
      <Base.Trigger
        openOnHover
        aria-label={label}
        className="touch-room -my-2 inline-grid size-8 shrink-0 place-items-center rounded-full align-middle text-quiet hover:text-accent data-popup-open:text-accent"
      >
        <Icon name="info" size={16} />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} collisionPadding={16} className="z-50">
          <Base.Popup className="float max-w-72 p-4 text-sm font-normal whitespace-normal text-soft transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {title && <Base.Title className="mb-1 font-semibold text-ink">{title}</Base.Title>}
            <Base.Description render={<div />}>{children}</Base.Description>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
