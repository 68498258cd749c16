'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, type RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { Stepper, type StepState } from '@/components/ui/stepper'
import { FailureMessage } from './failure-message'
import type { FlowState } from './flow'
import type { WalletFlow } from './use-wallet-flow'

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
          detail: isRunning(state) && state.step === index ? t(state.phase) : undefined,
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
