import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveOrder, type OrderKey } from '@/lib/db/write/surplus-sessions'
import type { OrderSide } from '@/lib/domain/surplus/session'
import { tick } from '@/lib/domain/surplus/tick'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { addressOf, argsOf, hexOf, type Happening } from './happening'

interface Key {
  sessionId: ChainInteger
  index: ChainInteger
}

export interface PlacedArgs extends Key {
  account: Address
  energy: ChainInteger
  subject: Hex
}

export function orderKeyOf(happening: Happening, side: OrderSide): OrderKey {
  const { sessionId, index } = argsOf<Key>(happening)
  return { sessionId: toBigint(sessionId), side, index: toNumber(index) }
}

/** A lot or a bid, which say the same in other words. */
export async function savePlaced(
  happening: Happening,
  side: OrderSide,
  { orderId, price }: { orderId: Hex; price: ChainInteger },
): Promise<void> {
  const { account, energy, subject } = argsOf<PlacedArgs>(happening)
  const { txHash, timestamp } = happening.fact
  await saveOrder(happening.tx, {
    ...orderKeyOf(happening, side),
    account: addressOf(account),
    orderId: hexOf(orderId),
    energy: wh(toBigint(energy)),
    price: tick(toBigint(price)),
    subject: hexOf(subject),
    placedAt: timestamp,
    txHash: txHash as Hex,
  })
}
