'use client'

import { partOnDemand } from '@/components/ui/part-on-demand'
import { FlowWaiting } from '@/components/wallet/flow-waiting'

/** Forms are there at once; the wallet code comes when somebody reaches for one. */
export const SignRun = partOnDemand(() => import('./sign-run').then((module) => module.SignRun), <FlowWaiting />)

/** For a form around it: the first touch of anything in it has the wallet code come. */
export const reachForSigning = {
  onFocus: SignRun.preload,
  onPointerEnter: SignRun.preload,
  onPointerDown: SignRun.preload,
}
