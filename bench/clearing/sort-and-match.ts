/**
 * Clearing as it is usually written: sort the bids from the highest, the lots from the lowest, and match them one with the other until
 * a bid is below a lot. It does less than the engine: nothing is checked, and nobody's share at the price is worked out.
 */
import type { OrderObject } from './session'

export function sortAndMatch(orders: { bids: readonly OrderObject[]; lots: readonly OrderObject[] }) {
  const bids = [...orders.bids].sort((a, b) => b.price - a.price)
  const lots = [...orders.lots].sort((a, b) => a.price - b.price)
  let [bid, lot, volume] = [0, 0, 0]
  let [wanted, held] = [bids[0]?.energy ?? 0, lots[0]?.energy ?? 0]
  let last = { limit: 0, reserve: 0 }
  for (let [buyer, seller] = [bids[0], lots[0]]; buyer && seller && buyer.price >= seller.price; ) {
    last = { limit: buyer.price, reserve: seller.price }
    const traded = Math.min(wanted, held)
    volume += traded
    wanted -= traded
    held -= traded
    if (wanted === 0) wanted = (buyer = bids[++bid])?.energy ?? 0
    if (held === 0) held = (seller = lots[++lot])?.energy ?? 0
  }
  return { price: priceOf(last, lots[lot]), volume }
}

/** The highest price that no lot which accepts it is left out of: the last buyer's, unless a lot that is left would accept it too. */
function priceOf({ limit, reserve }: { limit: number; reserve: number }, left: OrderObject | undefined): number {
  if (!left || left.price > limit) return limit
  return left.price === reserve ? reserve : left.price - 1
}
