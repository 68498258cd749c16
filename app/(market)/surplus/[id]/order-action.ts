'use server'

import { z } from 'zod'
import { address, count, hash, permit, second, signature, uint } from '@/app/chain-fields'
import { getViewer } from '@/lib/auth/viewer'
import { refuse, type Decision } from '@/lib/domain/decision'
import { MAX_ORDER_WH, MAX_TICK, tick } from '@/lib/domain/surplus/tick'
import { wh } from '@/lib/domain/units/units'
import { checkLot, listLot } from '@/lib/services/list-lot'
import { checkBid, placeBid, type BidCost } from '@/lib/services/place-bid'
import { checkOrderWithdrawal, withdrawOrder } from '@/lib/services/withdraw-order'

const intent = { nonce: uint(256n), expiry: second }
const wish = z.object({
  sessionId: uint(63n),
  account: address,
  energy: z.bigint().nonnegative().max(MAX_ORDER_WH).transform(wh),
  price: z.bigint().nonnegative().max(MAX_TICK).transform(tick),
  subject: hash,
})
const withdrawalWish = z.object({
  sessionId: uint(63n),
  account: address,
  isLot: z.boolean(),
  index: count(32),
})

const lot = z.object({ order: wish.extend(intent), signature })
const bid = lot.extend({ permit: permit.nullable() })
const withdrawal = z.object({ withdrawal: withdrawalWish.extend(intent), signature })

/** Whether this bid could be placed now, and what money is missing. Asked before the wallet is. */
export async function checkBeforeBidding(given: z.input<typeof wish>): Promise<Decision<BidCost>> {
  const [viewer, parsed] = [await getViewer(), wish.safeParse(given)]
  if (!viewer) return refuse('NotSignedIn')
  return parsed.success ? checkBid(viewer, parsed.data) : refuse('RequestMalformed')
}

/** Hands a signed bid, and the permit for its money if there is one, to the relayer. Returns the id to follow. */
export async function sendBid(given: z.input<typeof bid>): Promise<Decision<string>> {
  const [viewer, parsed] = [await getViewer(), bid.safeParse(given)]
  if (!viewer) return refuse('NotSignedIn')
  return parsed.success ? placeBid(viewer, parsed.data) : refuse('RequestMalformed')
}

export async function checkBeforeListing(given: z.input<typeof wish>): Promise<Decision<bigint>> {
  const [viewer, parsed] = [await getViewer(), wish.safeParse(given)]
  if (!viewer) return refuse('NotSignedIn')
  return parsed.success ? checkLot(viewer, parsed.data) : refuse('RequestMalformed')
}

/** Hands a signed lot to the relayer. Returns the id to follow. */
export async function sendLot(given: z.input<typeof lot>): Promise<Decision<string>> {
  const [viewer, parsed] = [await getViewer(), lot.safeParse(given)]
  if (!viewer) return refuse('NotSignedIn')
  return parsed.success ? listLot(viewer, parsed.data) : refuse('RequestMalformed')
}

export async function checkBeforeWithdrawing(given: z.input<typeof withdrawalWish>): Promise<Decision<null>> {
  const [viewer, parsed] = [await getViewer(), withdrawalWish.safeParse(given)]
  if (!viewer) return refuse('NotSignedIn')
  return parsed.success ? checkOrderWithdrawal(viewer, parsed.data) : refuse('RequestMalformed')
}

/** Hands a signed withdrawal of a lot or a bid to the relayer. Returns the id to follow. */
export async function sendOrderWithdrawal(given: z.input<typeof withdrawal>): Promise<Decision<string>> {
  const [viewer, parsed] = [await getViewer(), withdrawal.safeParse(given)]
  if (!viewer) return refuse('NotSignedIn')
  return parsed.success ? withdrawOrder(viewer, parsed.data) : refuse('RequestMalformed')
}
