import { describe, expect, it } from 'vitest'
import type { Hex } from '../units/hex'
import { wh } from '../units/units'
import { bookOf } from './book'
import { expectedPrice, meanPrice } from './expected-price'
import { tick } from './tick'

const id = `0x${'11'.repeat(32)}` as Hex
const bid = (energy: bigint, limit: bigint) => ({ id, energy: wh(energy), limit: tick(limit) })
const lot = (energy: bigint, reserve: bigint) => ({ id, energy: wh(energy), reserve: tick(reserve) })
const past = [
  { price: tick(300n), volume: wh(1_000n) },
  { price: tick(600n), volume: wh(500n) },
]
const own = (energy: bigint, reserve: bigint) => ({ energy: wh(energy), reserve: tick(reserve) })

describe('what surplus will likely sell for', () => {
  it('is what the bids that are there would pay', () => {
    // 600 Wh at 500 and 600 at 400: 1,000 Wh sell down to 400, 500 Wh at 500.
    const book = bookOf([], [bid(600n, 500n), bid(600n, 400n)])
    expect(expectedPrice(own(1_000n, 200n), book, past)).toEqual({ price: 400n, from: 'bids' })
    expect(expectedPrice(own(500n, 200n), book, past)).toEqual({ price: 500n, from: 'bids' })
  })

  it('counts the lots that are there, too', () => {
    const book = bookOf([lot(700n, 100n)], [bid(1_000n, 500n), bid(100n, 300n)])
    expect(expectedPrice(own(300n, 200n), book, [])).toEqual({ price: 500n, from: 'bids' })
    expect(expectedPrice(own(400n, 200n), book, [])).toEqual({ price: 300n, from: 'bids' })
  })

  it('is what was paid before where bids would not take all of it', () => {
    const few = bookOf([], [bid(999n, 500n)])
    expect(expectedPrice(own(1_000n, 200n), few, past)).toEqual({ price: 400n, from: 'past' })
    expect(expectedPrice(own(500n, 501n), few, past)).toEqual({ price: 400n, from: 'past' })
    // Half of two equal lots at the price itself.
    const shared = bookOf([lot(500n, 300n)], [bid(500n, 300n)])
    expect(expectedPrice(own(500n, 300n), shared, past)?.from).toBe('past')
    expect(expectedPrice(own(500n, 200n), null, past)?.from).toBe('past')
    expect(expectedPrice(own(500n, 200n), null, [])).toBeNull()
  })

  it('weighs every Wh alike, rounded down', () => {
    // (300 × 1000 + 600 × 500) / 1500 = 400
    expect(meanPrice(past)).toBe(400n)
    expect(meanPrice([...past, { price: tick(401n), volume: wh(1n) }])).toBe(400n)
    expect(meanPrice([{ price: tick(9n), volume: wh(0n) }])).toBeNull()
  })
})
