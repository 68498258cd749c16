/** What the follower does when the chain takes blocks back. */
import { beforeEach, describe, expect, it } from 'vitest'
import { withDatabase } from '@/lib/db/testing/database'
import { SampleChain } from './chain.sample'
import { followOnce } from './follow'
import { FollowerHalted } from './halt'
import { accounts, settled, sideA, sideB } from './market.sample'
import { emptyRows, marketChain, projections } from './projections.sample'

const database = withDatabase()

beforeEach(() => emptyRows(database))

describe('a reorg', () => {
  it('above the finalised block makes every row again from the events that are left', async () => {
    const chain = marketChain()
    await followOnce(chain)
    const before = await projections(database)
    chain.mine(settled(sideA))
    chain.mine([
      { contract: 'OfferBook', name: 'OfferWithdrawn', args: { offerId: sideB.offerId, retailer: sideB.retailer } },
    ])
    await followOnce(chain)
    expect(await projections(database)).not.toEqual(before)

    chain.reorganise(4, 'second')
    chain.mine([])
    expect(await followOnce(chain)).toEqual({ block: 5, lag: 0 })
    expect(await projections(database)).toEqual(before)

    chain.mine(settled(sideB))
    await followOnce(chain)
    const bills = await database.query('SELECT consumer FROM bill')
    expect(bills).toEqual([{ consumer: accounts.consumerB.toLowerCase() }])
  })

  it('that only takes blocks away steps back', async () => {
    const chain = marketChain()
    await followOnce(chain)
    chain.reorganise(2, 'second')
    expect(await followOnce(chain)).toEqual({ block: 2, lag: 0 })
    expect(await database.query('SELECT * FROM agreement')).toEqual([])
  })

  it('below the finalised block halts the follower and changes no row', async () => {
    const chain = marketChain()
    chain.finalized = 3
    await followOnce(chain)
    const before = await projections(database)
    chain.reorganise(2, 'second')
    chain.finalized = 0
    chain.mine([])
    await expect(followOnce(chain)).rejects.toThrow(FollowerHalted)
    await expect(followOnce(chain)).rejects.toThrow('ReorgBelowFinalized')
    expect(await projections(database)).toEqual(before)
    expect(await database.query('SELECT kind, subject FROM alarm')).toEqual([
      { kind: 'FollowerHalted', subject: 'ReorgBelowFinalized' },
    ])
  })

  it('to another genesis halts the follower', async () => {
    await followOnce(marketChain())
    const other = new SampleChain('other')
    await expect(followOnce(other)).rejects.toThrow('GenesisChanged')
  })
})
