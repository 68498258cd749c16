import { describe, expect, it } from 'vitest'
import type { Hex } from '../units/hex'
import { bps, micro, microPerKwh, wh } from '../units/units'
import { bookOf } from './book'
import { ownUses, pricePerBilledKwh, type UseFacts } from './own-uses'
import { tick } from './tick'

const bids = bookOf([], [{ id: `0x${'11'.repeat(32)}` as Hex, energy: wh(50_000n), limit: tick(520n) }])
const facts: UseFacts = {
  energy: wh(10_000n),
  book: bids,
  past: [{ price: tick(450n), volume: wh(7n) }],
  feedIn: microPerKwh(300_001n),
  storages: [
    { id: 1, efficiency: bps(8_000n), left: wh(90_000n), closed: false },
    { id: 2, efficiency: bps(9_000n), left: wh(10_000n), closed: false },
    { id: 3, efficiency: bps(9_500n), left: wh(9_999n), closed: false },
    { id: 4, efficiency: bps(9_500n), left: wh(90_000n), closed: true },
  ],
  homePrice: microPerKwh(612_345n),
}

describe('what an owner can do with exported energy', () => {
  it('puts the best first, and says what each figure rests on', () => {
    const { uses, reserve, storage } = ownUses(facts)
    expect(uses).toEqual([
      // 10 kWh × 0.612345
      { use: 'redeem', energy: 10_000n, money: 6_123_450n, basis: 'bill' },
      // 10,000 Wh × 520 µ
      { use: 'sell', energy: 10_000n, money: 5_200_000n, basis: 'bids' },
      // 9,000 Wh × 450 µ
      { use: 'store', energy: 9_000n, money: 4_050_000n, basis: 'past' },
      // 10 kWh × 0.300001
      { use: 'return', energy: 10_000n, money: 3_000_010n, basis: 'published' },
    ])
    // 0.300001 a kWh rounds up to 0.301: the seller never gets less than it said.
    expect(reserve).toBe(301n)
    expect(storage?.id).toBe(2)
  })

  it('leaves out what is not possible', () => {
    const { uses, reserve, storage } = ownUses({
      ...facts,
      book: null,
      feedIn: null,
      storages: facts.storages.slice(2),
      homePrice: null,
    })
    expect({ uses, reserve, storage }).toEqual({ uses: [], reserve: 450n, storage: null })
  })

  it('sells at what was paid before where nobody has bid yet, and not at all where nothing says a price', () => {
    const empty = bookOf([], [])
    expect(ownUses({ ...facts, book: empty }).uses.find(({ use }) => use === 'sell')).toEqual({
      use: 'sell',
      energy: 10_000n,
      money: 4_500_000n,
      basis: 'past',
    })
    const unknown = ownUses({ ...facts, book: empty, past: [] })
    expect(unknown.uses.map(({ use }) => use)).toEqual(['redeem', 'return'])
    expect(unknown.unpriced).toEqual(['sell', 'store'])
    expect(ownUses(facts).unpriced).toEqual([])
  })

  it('knows the price of a whole bill', () => {
    expect(pricePerBilledKwh({ total: micro(61_234_599n), used: wh(100_000n) })).toBe(612_345n)
    expect(pricePerBilledKwh({ total: micro(5n), used: wh(0n) })).toBeNull()
  })
})
