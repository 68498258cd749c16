import { describe, expect, it } from 'vitest'
import { searchMeters } from './meter-search'

const meters = [
  { id: '0xaa01', label: 'Library, main feed', number: 'CB-0041' },
  { id: '0xbb02', label: null, number: 'NL-0002' },
]

describe('searchMeters', () => {
  it.each([
    ['', ['0xaa01', '0xbb02']],
    ['library MAIN', ['0xaa01']],
    ['0002', ['0xbb02']],
    ['0xAA', ['0xaa01']],
    ['library nl', []],
  ])('finds by %j', (search, ids) => expect(searchMeters(meters, search).map(({ id }) => id)).toEqual(ids))
})
