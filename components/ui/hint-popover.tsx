'use client'

import { Popover as Base } from '@base-ui/react/popover'
import { useEffect, useRef } from 'react'
import { HINT_TRIGGER, type HintProps } from './hint'
import { Icon } from './icon'

/** Loaded by the reach for the button whose place it takes; `opens` at once if that was a press. */
export function HintPopover({ label, title, children, opens }: HintProps & { opens: boolean }) {
  const trigger = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // A mouse that came to rest on the former button will not be announced to this one.
    if (opens || !trigger.current?.matches(':hover')) return
    trigger.current.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }))
  }, [opens])
  return (
    <Base.Root defaultOpen={opens}>
      <Base.Trigger ref={trigger} openOnHover aria-label={label} className={HINT_TRIGGER}>
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
