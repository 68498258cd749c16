import { describe, expect, it } from 'vitest'
import { microPerKwh, wh } from '../units/units'
import { bidOutlook, lotOutlook } from './order-outlook'
import { tick } from './tick'

/** 20 kWh at most ¥0.450, where the own energy costs ¥0.500 a kWh. */
const bid = { energy: wh(20_000n), limit: tick(450n) }
const ownPrice = microPerKwh(500_000n)

describe('bidOutlook', () => {
  it('locks the most it can cost, and saves what the own energy costs more: 20 × 0.50 − 20 × 0.41', () => {
    expect(bidOutlook(bid, { price: tick(410n), ownPrice })).toEqual({
      ...{ most: 9_000_000n, atPrice: 8_200_000n, own: 10_000_000n },
      ...{ saved: 1_800_000n, savedAtLeast: 1_000_000n, reach: 'reached' },
    })
  })

  it('warns of a limit above the own price: at worst 20 × 0.50 − 20 × 0.60', () => {
    const dear = bidOutlook({ ...bid, limit: tick(600n) }, { price: tick(410n), ownPrice })
    expect([dear.saved, dear.savedAtLeast]).toEqual([1_800_000n, -2_000_000n])
  })

  it.each([
    ['shares', 450n, 9_000_000n, 1_000_000n],
    ['missed', 451n, null, null],
  ])('%s', (reach, price, atPrice, saved) => {
    expect(bidOutlook(bid, { price: tick(price), ownPrice })).toMatchObject({ reach, atPrice, saved })
  })

  it('promises nothing where nothing is known', () => {
    expect(bidOutlook(bid, { price: null, ownPrice: null })).toEqual({
      ...{ most: 9_000_000n, atPrice: null, own: null, saved: null, savedAtLeast: null, reach: 'unknown' },
    })
  })
})

describe('lotOutlook', () => {
  it.each([
    ['reached', 400n, 8_000_000n],
    ['shares', 300n, 6_000_000n],
    ['missed', 299n, null],
  ])('%s', (reach, price, atPrice) => {
    const lot = { energy: wh(20_000n), reserve: tick(300n) }
    expect(lotOutlook(lot, tick(price))).toEqual({ least: 6_000_000n, atPrice, reach })
  })

  it('knows no price in a session without trade', () => {
    expect(lotOutlook({ energy: wh(1n), reserve: tick(3n) }, null)).toEqual({
      least: 3n,
      atPrice: null,
      reach: 'unknown',
    })
  })
})
