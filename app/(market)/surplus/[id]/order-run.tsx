'use client'

import { Callout } from '@/components/ui/callout'
import { FlowRun, type FlowRunProps } from '@/components/wallet/flow-run'
import type { WalletStep } from '@/components/wallet/flow'
import { placeSteps, takeBackSteps, type PlaceRequest, type TakeBackRequest } from './order-steps'

export interface OrderRunProps extends Pick<FlowRunProps, 'onConfirmed' | 'onFailed' | 'onGiveUp'> {
  request: PlaceRequest | TakeBackRequest
  /** What to say when the market has it. */
  done: string
}

/** Placing or taking back itself. Brings the wallet code with it: loaded when somebody reaches for it. */
export function OrderRun({ request, done, ...heard }: OrderRunProps) {
  return (
    <FlowRun
      {...heard}
      settings={request.settings}
      account={'draft' in request ? request.draft.account : request.order.account}
      steps={() => stepsOf(request)}
      done={<Callout tone="success" title={done} live />}
    />
  )
}

function stepsOf(request: OrderRunProps['request']): readonly WalletStep[] {
  return 'draft' in request ? placeSteps(request) : takeBackSteps(request)
}
