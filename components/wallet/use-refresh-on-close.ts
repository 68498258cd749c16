'use client'

import { useRouter } from 'next/navigation'
import { useRef } from 'react'

/**
 * The page behind a dialog refreshes when it is closed, not when it is done: what opened it may go with the refresh, and what came
 * of it must not. Done after it was closed, at once.
 */
export function useRefreshOnClose(onClose: () => void) {
  const router = useRouter()
  const isDone = useRef(false)
  const isClosed = useRef(false)

  function done() {
    isDone.current = true
    if (isClosed.current) router.refresh()
  }
  function close() {
    isClosed.current = true
    onClose()
    if (isDone.current) router.refresh()
  }
  return { done, close }
}
