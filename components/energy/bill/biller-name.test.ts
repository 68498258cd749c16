import { describe, expect, it } from 'vitest'
import { billerName } from './biller-name'

const retailer = { address: `0x${'5e'.repeat(20)}`, name: 'Jianghan Power' }
const grid = { address: `0x${'9d'.repeat(20)}`, name: 'Hubei Grid' }

describe('billerName', () => {
  it('is the retailer or the grid company, as the settlement model says', () => {
    expect(billerName({ model: 'RetailerLed', retailer, grid })).toBe('Jianghan Power')
    expect(billerName({ model: 'GridLed', retailer, grid })).toBe('Hubei Grid')
  })

  it('is the address of the biller, not of the other, where it has no public name', () => {
    const unnamed = { ...retailer, name: null }
    expect(billerName({ model: 'RetailerLed', retailer: unnamed, grid })).toBe('0x5e5e…5e5e')
  })
})
