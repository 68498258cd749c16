import { describe, expect, it } from 'vitest'
import { bookOf, type Bid, type Lot } from './book'
import { bookLevels, type BookLevels } from './book-levels'
import { orderWh, tick } from './tick'

const bid = (energy: bigint, limit: bigint): Bid => ({ id: '0x01', energy: orderWh(energy), limit: tick(limit) })
const lot = (energy: bigint, reserve: bigint): Lot => ({ id: '0x01', energy: orderWh(energy), reserve: tick(reserve) })
const rows = ({ best }: BookLevels) => best.map(({ price, energy, orders }) => [price, energy, orders].join(' '))
const book = bookOf(
  [lot(500n, 300n), lot(200n, 100n), lot(300n, 300n)],
  [bid(700n, 350n), bid(100n, 200n), bid(50n, 350n), bid(10n, 400n)],
)

describe('bookLevels', () => {
  it('adds up what stands at one price, the best first', () => {
    expect(rows(bookLevels(book.bids, 'bids', 9))).toEqual(['400 10 1', '350 750 2', '200 100 1'])
    expect(rows(bookLevels(book.lots, 'lots', 9))).toEqual(['100 200 1', '300 800 2'])
  })

  it('says how much stands behind what it shows', () => {
    const levels = bookLevels(book.bids, 'bids', 1)
    expect(rows(levels)).toEqual(['400 10 1'])
    expect(levels.others).toEqual({ levels: 2, energy: 850n, orders: 3 })
  })

  it('leaves out what was withdrawn', () => {
    const one = bookOf([], [bid(700n, 350n), bid(100n, 200n)])
    one.bids.energies[0] = 0
    expect(bookLevels(one.bids, 'bids', 9)).toEqual({
      best: [{ price: 200n, energy: 100n, orders: 1 }],
      others: { levels: 0, energy: 0n, orders: 0 },
    })
  })
})
