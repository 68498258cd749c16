'use client'

import { useEffect, useRef, type RefObject } from 'react'

let last: string | null = null

/** What has just come takes the focus, once: not again when somebody comes back to the page. Null: nothing to go to. */
export function useFocusOnce<T extends HTMLElement>(key: string | null): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => {
    if (key === null || key === last) return
    last = key
    ref.current?.focus()
  }, [key])
  return ref
}
