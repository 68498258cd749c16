'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { Stepper, type StepState } from '@/components/ui/stepper'
import { FailureMessage } from './failure-message'
import type { FlowState } from './flow'
import type { WalletFlow } from './use-wallet-flow'

/** Most are through in a few seconds. */
const LONG_MS = 15_000

/** Where a flow stands, step by step, and the way on when it stopped. Draws nothing before it starts. */
export function FlowProgress({ flow }: { flow: WalletFlow }) {
  const t = useTranslations('wallet.flow')
  const { state, steps } = flow
  const place = useRef<HTMLDivElement>(null)
  if (state.phase === 'idle') return null

  /** The button that is pressed goes away: the keyboard stays where the flow is. */
  function retry() {
    place.current?.focus()
    flow.retry()
  }

  return (
    <div ref={place} tabIndex={-1} className="space-y-4 outline-none">
      <FocusHere place={place} />
      <Stepper
        steps={steps.map((step, index) => ({
          key: step.key,
          title: step.title,
          state: stepState(state, index),
          detail:
            isRunning(state) && state.step === index ? <Waiting key={state.phase} phase={state.phase} /> : undefined,
        }))}
      />
      {state.phase === 'failed' && (
        <FailureMessage
          failure={state.failure}
          action={
            <span className="flex flex-wrap gap-2">
              <Button variant="primary" onClick={retry}>
                {t('retry')}
              </Button>
              <Button variant="quiet" onClick={flow.reset}>
                {t('back')}
              </Button>
            </span>
          }
        />
      )}
    </div>
  )
}

/** What is waited for, and after a while that it may be left alone: the market goes on without this page. */
function Waiting({ phase }: { phase: 'signing' | 'pending' }) {
  const t = useTranslations('wallet.flow')
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      {t(phase)}
      {long && <span className="mt-1 block">{t(`${phase}Long`)}</span>}
    </>
  )
}

/** Once, when the flow starts: the button that started it has gone. */
function FocusHere({ place }: { place: RefObject<HTMLDivElement | null> }) {
  useEffect(() => place.current?.focus(), [place])
  return null
}

export function isRunning(state: FlowState): state is Extract<FlowState, { phase: 'signing' | 'pending' }> {
  return state.phase === 'signing' || state.phase === 'pending'
}

function stepState(state: FlowState, index: number): StepState {
  if (state.phase === 'idle') return 'todo'
  if (state.phase === 'confirmed' || index < state.step) return 'done'
  if (index > state.step) return 'todo'
  return state.phase === 'failed' ? 'failed' : 'current'
}
