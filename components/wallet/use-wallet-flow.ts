'use client'

import { useCallback, useRef, useState } from 'react'
import { failureOf, type WalletFailure } from './failure'
import { mustSendAgain, type FlowProgress, type FlowState, type WalletStep } from './flow'
import { useRequireWallet, type WalletWish } from './wallet-gate'

/** `account` is who must sign: the visitor is asked to connect it if the wallet shows another. */
export interface FlowOptions extends WalletWish {
  onConfirmed?: () => void
  onFailed?: (failure: WalletFailure) => void
}

export interface WalletFlow {
  state: FlowState
  /** The steps of the running or last flow. */
  steps: readonly WalletStep[]
  start: (steps: readonly WalletStep[], options?: FlowOptions) => void
  /** Goes on from the step that failed. */
  retry: () => void
  reset: () => void
}

type Run = FlowProgress & FlowOptions

/** Runs any wallet flow: idle → signing → pending → confirmed | failed, step by step. */
export function useWalletFlow(): WalletFlow {
  const requireWallet = useRequireWallet()
  const [state, setState] = useState<FlowState>({ phase: 'idle' })
  const [steps, setSteps] = useState<readonly WalletStep[]>([])
  const current = useRef<Run | null>(null)

  const go = useCallback(
    async (run: Run) => {
      // A flow that was given up finishes what it had begun, out of sight.
      const show = (next: FlowState) => current.current === run && setState(next)
      try {
        show({ phase: 'signing', step: run.done })
        const wallet = await requireWallet(run)
        run.choose = false
        for (let step = run.steps[run.done]; step; step = run.steps[++run.done]) {
          if (run.sent === null) {
            show({ phase: 'signing', step: run.done })
            run.sent = await step.send(wallet)
          }
          show({ phase: 'pending', step: run.done })
          await step.confirm(run.sent, wallet)
          run.sent = null
        }
      } catch (error) {
        const failure = failureOf(error)
        if (mustSendAgain(failure)) run.sent = null
        show({ phase: 'failed', step: run.done, failure })
        if (current.current === run) run.onFailed?.(failure)
        return
      }
      show({ phase: 'confirmed' })
      if (current.current === run) run.onConfirmed?.()
    },
    [requireWallet],
  )

  const start = useCallback(
    (wanted: readonly WalletStep[], options: FlowOptions = {}) => {
      const run: Run = { steps: wanted, done: 0, sent: null, ...options }
      current.current = run
      setSteps(wanted)
      void go(run)
    },
    [go],
  )
  const retry = useCallback(() => {
    if (current.current) void go(current.current)
  }, [go])
  const reset = useCallback(() => {
    current.current = null
    setState({ phase: 'idle' })
  }, [])
  return { state, steps, start, retry, reset }
}
