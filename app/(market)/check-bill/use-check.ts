'use client'

import { useCallback, useState } from 'react'
import type { BillMarket } from '@/lib/chain/coding/bill/chain-word'
import type { Examined } from './examine'

export type CheckState =
  | { kind: 'empty' }
  | { kind: 'working' }
  | { kind: 'failed'; again: () => void }
  | (Examined & { again: () => void })

/** Loads what checks ahead of a check. What fails to come is asked for again, and said then. */
export function loadChecker(): void {
  void import('./checker').then(({ warmChecker }) => warmChecker()).catch(() => undefined)
}

export function useCheck(market: BillMarket) {
  const [state, setState] = useState<CheckState>({ kind: 'empty' })
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
