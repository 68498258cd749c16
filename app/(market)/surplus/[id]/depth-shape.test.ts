import { describe, expect, it } from 'vitest'
import { bookOf, type Bid, type Lot } from '@/lib/domain/surplus/book'
import { bookDepth } from '@/lib/domain/surplus/book-depth'
import { orderWh, tick } from '@/lib/domain/surplus/tick'
import { wh } from '@/lib/domain/units/units'
import { depthShape } from './depth-shape'

const bid = (energy: bigint, limit: bigint): Bid => ({ id: '0x01', energy: orderWh(energy), limit: tick(limit) })
const lot = (energy: bigint, reserve: bigint): Lot => ({ id: '0x01', energy: orderWh(energy), reserve: tick(reserve) })
const shapeOf = (lots: Lot[], bids: Bid[], met: Parameters<typeof depthShape>[0]['met'] = null) =>
  depthShape({ depth: bookDepth(bookOf(lots, bids), 50), met, whPerUnit: 1_000 })

describe('depthShape', () => {
  // Prices 200 to 300 with 8 on either side: 192 to 308. 200 is at 8 ÷ 116, 250 at 58 ÷ 116, 300 at 108 ÷ 116 of the width.
  const lots = [lot(4_000n, 200n), lot(2_000n, 300n)]
  const bids = [bid(6_000n, 250n), bid(3_000n, 300n)]

  it('steps down with demand and up with supply, where somebody names a price', () => {
    // Of 10 kWh: demand 9 up to 250, 3 up to 300, then nothing; supply 4 from 200 on, 6 from 300 on.
    const { demand, supply } = shapeOf(lots, bids)
    expect(demand).toBe('M0 10V10H6.9V10H50V70H93.1V100H100')
    expect(supply).toBe('M0 100H6.9V60H50V60H93.1V40H100')
  })

  it('labels round prices and energies inside the plot', () => {
    const { prices, energies } = shapeOf(lots, bids)
    expect(prices.map(({ price }) => price)).toEqual([200n, 250n, 300n])
    expect(prices.map(({ at }) => at)).toEqual([6.9, 50, 93.1])
    expect(energies).toEqual([0, 2, 4, 6, 8, 10].map((energy) => ({ at: 100 - energy * 10, energy })))
  })

  it('marks where they meet', () => {
    expect(shapeOf(lots, bids, { price: tick(250n), volume: wh(4_000n) }).mark).toEqual({ x: 50, y: 60 })
    expect(shapeOf(lots, bids).mark).toBeNull()
  })

  it('draws a single bid too', () => {
    // 299 to 301; the only price stands in the middle.
    const { demand, supply, prices } = shapeOf([], [bid(5_000n, 300n)])
    expect([demand, supply]).toEqual(['M0 0V0H50V100H100', 'M0 100H50V100H100'])
    expect(prices.map(({ price }) => price)).toEqual([299n, 300n, 301n])
  })
})
