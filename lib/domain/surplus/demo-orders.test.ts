import { describe, expect, it } from 'vitest'
import { demoOrders } from './demo-orders'

const session = (id: bigint) => ({ id, openedAt: 1_000, lockAt: 1_540 })
const planned = (id: bigint) => demoOrders(session(id), { buyers: 3, sellers: 2 })

describe('what demo members place', () => {
  it('is the same for the same session, and another for the next', () => {
    expect(planned(7n)).toEqual(planned(7n))
    expect(planned(7n)).not.toEqual(planned(8n))
  })
  it('is two bids of each buyer and a lot of each seller, in order, before the session locks', () => {
    for (let id = 1n; id < 200n; id++) {
      const orders = planned(id)
      expect(
        orders
          .filter(({ side }) => side === 'Bid')
          .map(({ member }) => member)
          .sort(),
      ).toEqual([0, 0, 1, 1, 2, 2])
      expect(
        orders
          .filter(({ side }) => side === 'Lot')
          .map(({ member }) => member)
          .sort(),
      ).toEqual([0, 1])
      expect(orders.map(({ at }) => at)).toEqual(orders.map(({ at }) => at).sort((a, b) => a - b))
      expect(orders[0]!.at).toBeGreaterThanOrEqual(1_000)
      expect(orders.at(-1)!.at).toBeLessThan(1_540)
    }
  })
  it('stays around real prices: no bid costs more than 11.25 of the currency', () => {
    const all = Array.from({ length: 500 }, (_, index) => planned(BigInt(index))).flat()
    expect(all.every(({ price }) => price >= 255n && price <= 375n)).toBe(true)
    expect(all.every(({ energy, price }) => energy * price <= 11_250_000n)).toBe(true)
    expect(all.every(({ shareBps }) => shareBps <= 600n)).toBe(true)
  })
})
