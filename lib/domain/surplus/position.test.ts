import { describe, expect, it } from 'vitest'
import type { Address, Hex } from '../units/hex'
import { micro, wh } from '../units/units'
import type { Clearing } from './clear'
import { sideOf, standingOf } from './position'
import type { PlacedOrder } from './session'
import { tick } from './tick'

const ME: Address = '0x00000000000000000000000000000000000000c1'
const id = (byte: string): Hex => `0x${byte.repeat(32)}`

const bid: PlacedOrder = {
  ...{ sessionId: 1n, side: 'Bid', index: 0, account: ME, orderId: id('0b'), energy: wh(2_000n), price: tick(450n) },
  ...{ subject: id('00'), status: 'Placed', traded: null, amount: null, placedAt: 10, txHash: id('ff') },
}
const lot: PlacedOrder = { ...bid, side: 'Lot', orderId: id('0a'), energy: wh(3_000n), price: tick(200n) }

/** At 400 ticks; bids at 400 offer 3,000 Wh and share 1,000: a third each, and the one of remainder 2,000 with the lowest id gets one more. */
const clearing: Clearing = {
  ...{ price: tick(400n), volume: wh(5_000n), lotsShare: false, offered: wh(3_000n), shared: wh(1_000n) },
  ...{ remainder: 2_000n, id: id('0b'), index: 0 },
}

describe('standingOf', () => {
  it('gives a bid above the price all at the price, and shows what its limit has locked', () => {
    expect(standingOf(bid, clearing)).toEqual({ order: bid, gets: 2_000n, money: 800_000n, locked: 900_000n })
  })

  it('shares among bids at the price: 2,000 × 1,000 ÷ 3,000 is 666 and two thirds, and the lowest id gets one more', () => {
    const margin = { ...bid, price: tick(400n) }
    expect(standingOf(margin, clearing)).toMatchObject({ gets: 667n, money: 266_800n, locked: 800_000n })
    expect(standingOf({ ...margin, orderId: id('0c') }, clearing)).toMatchObject({ gets: 666n, money: 266_400n })
  })

  it('gives a bid below the price nothing, and keeps its money locked', () => {
    const low = { ...bid, price: tick(399n) }
    expect(standingOf(low, clearing)).toMatchObject({ gets: 0n, money: 0n, locked: 798_000n })
  })

  it('sells a lot up to the price, and locks no money for it', () => {
    expect(standingOf(lot, clearing)).toMatchObject({ gets: 3_000n, money: 1_200_000n, locked: 0n })
    expect(standingOf({ ...lot, price: tick(401n) }, clearing)).toMatchObject({ gets: 0n, money: 0n })
  })

  it('trades nothing where nothing is traded', () => {
    expect(standingOf(bid, null)).toMatchObject({ gets: 0n, money: 0n, locked: 900_000n })
    expect(standingOf(bid, { ...clearing, volume: wh(0n) })).toMatchObject({ gets: 0n, money: 0n, locked: 900_000n })
  })

  it('says of what was claimed what the chain said, and nothing is locked for it', () => {
    const claimed: PlacedOrder = { ...bid, status: 'Claimed', traded: wh(1_500n), amount: micro(600_000n) }
    expect(standingOf(claimed, clearing)).toMatchObject({ gets: 1_500n, money: 600_000n, locked: 0n })
  })
})

describe('sideOf', () => {
  it('adds up one side without what was withdrawn', () => {
    const all = [bid, { ...bid, index: 1, price: tick(399n) }, { ...bid, index: 2, status: 'Withdrawn' as const }, lot]
    const standings = all.map((order) => standingOf(order, clearing))
    expect(sideOf(standings, 'Bid')).toEqual({ energy: 4_000n, gets: 2_000n, money: 800_000n, locked: 1_698_000n })
    expect(sideOf(standings, 'Lot')).toEqual({ energy: 3_000n, gets: 3_000n, money: 1_200_000n, locked: 0n })
  })
})
