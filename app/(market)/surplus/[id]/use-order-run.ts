'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { WalletFailure } from '@/components/wallet/failure'
import type { PlaceRequest, TakeBackRequest } from './order-steps'

/** What changed elsewhere since the page was made: it shows it then. */
const ELSEWHERE = ['SigningUnderWay', 'NotSignedIn', 'SessionClosed', 'SessionLocked', 'SessionNotOpen', 'OrderUnknown']

export interface OrderRunState {
  request: PlaceRequest | TakeBackRequest | null
  isDone: boolean
  start: (request: PlaceRequest | TakeBackRequest) => void
  /** For OrderRun. */
  heard: { onConfirmed: () => void; onFailed: (failure: WalletFailure) => void; onGiveUp: () => void }
}

/** One order at a time: from the press until the market has it, and the page is fetched anew. */
export function useOrderRun(): OrderRunState {
  const router = useRouter()
  const [run, setRun] = useState<{ request: PlaceRequest | TakeBackRequest; isDone: boolean } | null>(null)
  return {
    request: run?.request ?? null,
    isDone: run?.isDone ?? false,
    start: (request) => setRun({ request, isDone: false }),
    heard: {
      onConfirmed: () => {
        setRun((now) => now && { ...now, isDone: true })
        router.refresh()
      },
      onFailed: (failure) => {
        if (failure.kind === 'refused' && ELSEWHERE.includes(failure.refusal.name)) router.refresh()
      },
      onGiveUp: () => setRun(null),
    },
  }
}
