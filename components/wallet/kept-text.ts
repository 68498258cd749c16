/** Texts kept in this browser alone, which every window of it shows as they are. */
import { useSyncExternalStore } from 'react'

/** Other windows are told by the browser. */
const CHANGED = 'switchyard-kept'

/** Empty where there is none, and on the server. */
export function useKeptText(key: string): string {
  return useSyncExternalStore(
    watch,
    () => keptText(key),
    () => '',
  )
}

export function keptText(key: string): string {
  return localStorage.getItem(key) ?? ''
}

export function keepText(key: string, text: string): void {
  if (text === '') localStorage.removeItem(key)
  else localStorage.setItem(key, text)
  window.dispatchEvent(new Event(CHANGED))
}

function watch(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed)
  window.addEventListener('storage', changed)
  return () => {
    window.removeEventListener(CHANGED, changed)
    window.removeEventListener('storage', changed)
  }
}
