'use client'

import { useState, type ReactNode } from 'react'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { Address } from '@/lib/domain/units/hex'
import type { Outcome, Ready } from './outcome'

/** Brings the wallet code with it: loaded only when there is something to send. */
const ReviewDialog = partOnDemand(() => import('./review-dialog').then((module) => module.ReviewDialog))

/** Who may send it, and where. */
export interface Sender {
  operator: Address
  settings: WalletSettings
}

export interface ReviewProps extends Sender {
  outcome: Outcome | null
  title: string
  /** What it does and what it does not, before anything is sent. */
  warning: ReactNode
  facts?: (ready: Ready) => { key: string; term: ReactNode; description: ReactNode; numeric?: boolean }[]
  send: string
  done: string
  danger?: boolean
}

/** Why a form is refused, or a second look at what it would send. */
export function Review({ outcome, ...rest }: ReviewProps) {
  if (outcome?.kind === 'refused') return <RefusalMessage refusal={outcome.refusal} />
  return outcome?.kind === 'ready' ? <Opened key={outcome.ready.call.data} ready={outcome.ready} {...rest} /> : null
}

export interface OpenedProps extends Omit<ReviewProps, 'outcome'> {
  ready: Ready
}

function Opened(props: OpenedProps) {
  const [open, setOpen] = useState(true)
  return open && <ReviewDialog {...props} onClose={() => setOpen(false)} />
}
