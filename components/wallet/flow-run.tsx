'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { FlowProgress } from './flow-progress'
import type { WalletStep } from './flow'
import type { WalletSettings } from './market-chain'
import { useWalletFlow, type FlowOptions } from './use-wallet-flow'
import { WalletProvider } from './wallet-provider'

export interface FlowRunProps extends FlowOptions {
  settings: WalletSettings
  /** Asked once, when the run begins. */
  steps: () => readonly WalletStep[]
  onGiveUp: () => void
  /** Shown above the steps when all are done. */
  done?: ReactNode
}

/** A wallet flow that starts by itself: it was asked for. It and the wallet code stand beside what asked, which needs neither. */
export function FlowRun(props: FlowRunProps) {
  return (
    <WalletProvider settings={props.settings}>
      <Run {...props} />
    </WalletProvider>
  )
}

function Run({ steps, onGiveUp, done, account, choose, onConfirmed, onFailed }: FlowRunProps) {
  const flow = useWalletFlow()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    flow.start(steps(), { account, choose, onConfirmed, onFailed })
  })
  return (
    <>
      {flow.state.phase === 'confirmed' && done}
      <FlowProgress flow={{ ...flow, reset: onGiveUp }} />
    </>
  )
}
