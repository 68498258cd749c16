'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { PlacedOrder } from '@/lib/domain/surplus/session'
import { OrderRun, reachForWallet } from './order-run-part'
import { useOrderRun } from './use-order-run'

export interface TakeBackProps {
  order: PlacedOrder
  settings: WalletSettings
}

/** Takes a lot or a bid back: one press, one question of the wallet. Its row goes when the market has it. */
export function TakeBack({ order: { sessionId, account, side, index }, settings }: TakeBackProps) {
  const t = useTranslations('sessions.order.takeBack')
  const run = useOrderRun()
  if (run.request) return <OrderRun request={run.request} {...run.heard} done={t(`done.${side}`)} />
  const order = { sessionId, account, isLot: side === 'Lot', index }
  return (
    <Button size="small" {...reachForWallet} onClick={() => run.start({ settings, order, title: t(`step.${side}`) })}>
      {t(`press.${side}`)}
    </Button>
  )
}
