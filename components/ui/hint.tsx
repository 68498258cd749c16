'use client'

import type { ReactNode } from 'react'
import { Icon } from './icon'
import { useOnIntent } from './use-on-intent'

export interface HintProps {
  /** What the button explains, for a screen reader: "About the tolerance band". */
  label: string
  title?: ReactNode
  children: ReactNode
}

export const HINT_TRIGGER =
  'touch-room -my-2 inline-grid size-8 shrink-0 place-items-center rounded-full align-middle text-quiet hover:text-accent data-popup-open:text-accent'
const loadPopover = () => import('./hint-popover').then((module) => module.HintPopover)

/** A small "i" that explains the word before it, on hover, tap or key: a tooltip that works on a phone. */
export function Hint(props: HintProps) {
  const { loaded, trigger } = useOnIntent(loadPopover, { onHover: true })
  if (loaded) return <loaded.part {...props} opens={loaded.opens} />
  return (
    <button {...trigger} aria-haspopup="dialog" aria-label={props.label} className={HINT_TRIGGER}>
      <Icon name="info" size={16} />
    </button>
  )
}
