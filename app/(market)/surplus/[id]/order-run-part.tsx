'use client'

import { partOnDemand } from '@/components/ui/part-on-demand'
import { FlowWaiting } from '@/components/wallet/flow-waiting'

/** Forms are there at once; the wallet code comes when somebody reaches for one. */
export const OrderRun = partOnDemand(() => import('./order-run').then((module) => module.OrderRun), <FlowWaiting />, [
  'refusals',
  'wallet',
])

/** For what is around it: the first touch of anything in it has the wallet code come. */
export const reachForWallet = {
  onFocus: OrderRun.preload,
  onPointerEnter: OrderRun.preload,
  onPointerDown: OrderRun.preload,
}
