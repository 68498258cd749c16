'use client'

import { useCallback, useEffect, useState } from 'react'
import type { BillMarket } from '@/lib/chain/coding/bill/chain-word'
import type { Examined } from './examine'

export type CheckState =
  | { kind: 'empty' }
  | { kind: 'working' }
  | { kind: 'failed'; again: () => void }
  | (Examined & { again: () => void })

/** What checks is loaded once the page is there and idle: a file can then be checked without a network. */
export function useCheck(market: BillMarket) {
  const [state, setState] = useState<CheckState>({ kind: 'empty' })
  useEffect(() => {
    const load = () => {
      void import('./checker').then(({ warmChecker }) => warmChecker()).catch(() => undefined)
      void import('./findings').catch(() => undefined)
    }
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(load, 1_000)
      return () => clearTimeout(timer)
    }
    const idle = window.requestIdleCallback(load)
    return () => window.cancelIdleCallback(idle)
  }, [])
  const check = useCallback(
    async function check(textOf: () => Promise<string>): Promise<void> {
      const again = () => void check(textOf)
      setState({ kind: 'working' })
      try {
        const [{ checkInWorker }, text] = await Promise.all([import('./checker'), textOf()])
        const rpc = new URL('/api/rpc', window.location.origin).href
        setState({ ...(await checkInWorker({ text, market, rpc })), again })
      } catch {
        setState({ kind: 'failed', again })
      }
    },
    [market],
  )
  return { state, check, reset: () => setState({ kind: 'empty' }) }
}
