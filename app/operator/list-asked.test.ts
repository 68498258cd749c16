import { describe, expect, it } from 'vitest'
import { listAsked } from './list-asked'

describe('listAsked', () => {
  it.each([
    [{}, '', 0],
    [{ q: '  main feed ', page: '3' }, 'main feed', 2],
    [{ q: ['a', 'b'], page: ['2'] }, '', 0],
    [{ page: '0' }, '', 0],
    [{ page: '-1' }, '', 0],
    [{ page: '2e3' }, '', 0],
    [{ page: '99999' }, '', 10_000],
    [{ q: 'x'.repeat(200) }, 'x'.repeat(80), 0],
  ])('%j', (params, search, page) => expect(listAsked(params)).toEqual({ search, page }))
})
