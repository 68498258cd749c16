import { useState, type KeyboardEvent, type PointerEvent } from 'react'

interface Loaded<Part> {
  part: Part
  /** Asked for by a press, so it opens by itself. */
  opens: boolean
}

/**
 * What a button opens, loaded when somebody reaches for the button: visitors who never open a menu do not pay for menus.
 * Until it is loaded, a plain button stands in its place and takes `trigger`. With `onHover` a mouse over the button is
 * enough, and what is loaded sees to the rest of the hovering.
 */
export function useOnIntent<Part>(load: () => Promise<Part>, { onHover = false } = {}) {
  const [loaded, setLoaded] = useState<Loaded<Part> | null>(null)
  const show = (opens: boolean) => void load().then((part) => setLoaded({ part, opens }))
  const trigger = {
    type: 'button' as const,
    'aria-expanded': false,
    onPointerEnter: ({ pointerType, currentTarget }: PointerEvent) => {
      // A button that has the focus must not be replaced before it is pressed.
      if (onHover && pointerType === 'mouse' && document.activeElement !== currentTarget) show(false)
      else void load()
    },
    onFocus: () => void load(),
    onClick: () => show(true),
    onKeyDown: ({ key }: KeyboardEvent) => {
      if (key === 'ArrowDown') show(true)
    },
  }
  return { loaded, trigger }
}
