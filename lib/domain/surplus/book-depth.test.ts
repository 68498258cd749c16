import { describe, expect, it } from 'vitest'
import { seededRandom } from '../units/seeded-random'
import { bookOf, type Bid, type Lot } from './book'
import { bookDepth } from './book-depth'
import { drawBook } from './book.sample'
import { demandAt, supplyAt } from './slow-clearing.sample'
import { MAX_ORDER_WH, MAX_TICK, orderWh, tick } from './tick'

const bid = (energy: bigint, limit: bigint): Bid => ({ id: '0x01', energy: orderWh(energy), limit: tick(limit) })
const lot = (energy: bigint, reserve: bigint): Lot => ({ id: '0x01', energy: orderWh(energy), reserve: tick(reserve) })
const rows = (points: ReturnType<typeof bookDepth>) =>
  points.map(({ price, demand, supply }) => [price, demand, supply].join(' '))

describe('bookDepth', () => {
  it('shows demand and supply at every named price', () => {
    const book = bookOf([lot(1_000n, 200n), lot(500n, 300n)], [bid(700n, 350n), bid(100n, 200n)])
    expect(rows(bookDepth(book, 10))).toEqual(['200 800 1000', '300 700 1500', '350 700 1500'])
  })

  it('has nothing to show of an empty session', () => {
    expect(bookDepth(bookOf([], []), 10)).toEqual([])
  })

  it('does not ask at prices of orders that were withdrawn', () => {
    const book = bookOf([], [bid(700n, 350n), bid(100n, 200n)])
    book.bids.energies[1] = 0
    expect(rows(bookDepth(book, 10))).toEqual(['350 700 0'])
  })

  it('takes few prices of many, evenly, and leaves the fancy ones outside', () => {
    const bids = Array.from({ length: 500 }, (_, place) => bid(10n, 100n + BigInt(place)))
    const points = bookDepth(bookOf([], [...bids, bid(1n, MAX_TICK)]), 11)
    expect(points.map(({ price }) => price)).toEqual([105n, 154n, 203n, 252n, 301n, 350n, 399n, 448n, 497n, 546n, 595n])
    expect(points[0]?.demand).toBe(4_951n)
    expect(points.at(-1)?.demand).toBe(51n)
  })

  it('is exact in random sessions, also of the largest orders', () => {
    const random = seededRandom(70n)
    for (let round = 0; round < 1_000; round++) {
      const { lots, bids } = drawBook(random)
      for (const { price, demand, supply } of bookDepth(bookOf(lots, bids), Number(random.between(2n, 6n))))
        expect([demand, supply]).toEqual([demandAt(bids, price), supplyAt(lots, price)])
    }
    const large = Array.from({ length: 9_000 }, () => bid(MAX_ORDER_WH, 5n))
    expect(bookDepth(bookOf([], large), 3)).toEqual([{ price: 5n, demand: 9_000n * MAX_ORDER_WH, supply: 0n }])
  })
})
