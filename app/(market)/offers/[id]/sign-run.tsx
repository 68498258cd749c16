'use client'

import { Callout } from '@/components/ui/callout'
import { FlowRun, type FlowRunProps } from '@/components/wallet/flow-run'
import { signSteps, type SignRequest } from './sign-steps'

export interface SignRunProps extends Pick<FlowRunProps, 'onConfirmed' | 'onFailed' | 'onGiveUp'> {
  request: SignRequest
  /** What to say when the market has it. */
  done: string
}

/** Signing itself. Brings the wallet code with it: loaded when somebody reaches for the form. */
export function SignRun({ request, done, ...heard }: SignRunProps) {
  return (
    <FlowRun
      {...heard}
      settings={request.settings}
      account={request.terms.consumer}
      steps={() => signSteps(request)}
      done={<Callout tone="success" title={done} live />}
    />
  )
}
