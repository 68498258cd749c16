import { describe, expect, it } from 'vitest'
import { movedBy } from './heat-keys'

const from = { day: 100, hour: 12 }
const wide = { days: 365, tall: false }
const tall = { days: 365, tall: true }

describe('reading the year by key', () => {
  it('goes the way the arrow points, however the picture lies', () => {
    expect(movedBy('ArrowRight', from, wide)).toEqual({ day: 101, hour: 12 })
    expect(movedBy('ArrowRight', from, tall)).toEqual({ day: 100, hour: 13 })
    expect(movedBy('ArrowUp', from, wide)).toEqual({ day: 100, hour: 11 })
    expect(movedBy('ArrowUp', from, tall)).toEqual({ day: 99, hour: 12 })
  })
  it('stays within the year', () => {
    expect(movedBy('ArrowLeft', { day: 0, hour: 5 }, wide)).toEqual({ day: 0, hour: 5 })
    expect(movedBy('ArrowDown', { day: 3, hour: 23 }, wide)).toEqual({ day: 3, hour: 23 })
    expect(movedBy('PageDown', { day: 360, hour: 1 }, wide)).toEqual({ day: 364, hour: 1 })
    expect(movedBy('End', from, tall)).toEqual({ day: 364, hour: 12 })
  })
  it('leaves all other keys alone', () => expect(movedBy('Tab', from, wide)).toBeNull())
})
