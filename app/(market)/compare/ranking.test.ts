import { describe, expect, it } from 'vitest'
import { seededRandom } from '@/lib/domain/units/seeded-random'
import type { Micro } from '@/lib/domain/units/units'
import { chosenIn, placeOn, ranking, twoCheapest } from './ranking'
import { NO_WISHES, SORTS } from './wishes'
import type { ComparedRow } from './worker/protocol'

const row = (id: string, likely: number, part: object = {}, cost: object = {}) =>
  ({
    ...{
      id,
      name: id,
      retailer: '0xA1',
      retailerName: null,
      formula: 'Flat',
      customerClass: 'Household',
      unpriced: null,
    },
    cost: {
      ...{ likely: BigInt(likely), low: BigInt(likely - 10), high: BigInt(likely + 10), greenShare: 0n, exitFee: 0n },
      ...{ obstacles: [], warnings: [], ...cost },
    },
    ...part,
  }) as unknown as ComparedRow

const ids = (rows: readonly ComparedRow[]) => rows.map(({ id }) => id)

describe('the list of offers', () => {
  const rows = [
    row('c', 300, { formula: 'Tiered' }, { greenShare: 5_000n, exitFee: 9n }),
    row('a', 100, { retailer: '0xb2' }, { greenShare: 10_000n, exitFee: 5n, high: 900n }),
    row('b', 200),
    row('other', 1, {}, { obstacles: [{ name: 'OfferOutOfReach', part: 'customerClass' }] }),
    row('far', 2, {}, { obstacles: [{ name: 'OfferOutOfReach', part: 'region' }] }),
    { ...row('odd', 3), cost: null, unpriced: { name: 'LineOverflow' } } as ComparedRow,
  ]

  it('shows what can be had, the cheapest first; what cannot be had apart; and nothing that is for others', () => {
    const { shown, apart, hidden } = ranking(rows, NO_WISHES)
    expect([ids(shown), ids(apart), hidden]).toEqual([['a', 'b', 'c'], ['far', 'odd'], 0])
    expect(ids(twoCheapest([...shown].reverse()))).toEqual(['a', 'b'])
  })

  it('filters, and counts what it hides', () => {
    const of = (wishes: object) => {
      const { shown, hidden } = ranking(rows, { ...NO_WISHES, ...wishes })
      return [ids(shown).join(''), hidden]
    }
    expect(of({ green: 50 })).toEqual(['ac', 1])
    expect(of({ green: 100 })).toEqual(['a', 2])
    expect(of({ kinds: ['Tiered'] })).toEqual(['c', 2])
    expect(of({ noExitFee: true })).toEqual(['b', 2])
    expect(of({ retailer: '0xB2' })).toEqual(['a', 2])
  })

  it('sorts by what is asked for', () => {
    const by = (sort: (typeof SORTS)[number]) => ids(ranking(rows, { ...NO_WISHES, sort }).shown).join('')
    expect(SORTS.map(by)).toEqual(['abc', 'bca', 'acb', 'bac', 'abc'])
  })

  it('has one scale, on which every bar of every list has room', () => {
    const random = seededRandom(3n)
    const many = Array.from({ length: 50 }, (_, index) => row(`o${index}`, 1_000 + Number(random.below(5_000n))))
    const { scale, shown } = ranking(many, NO_WISHES)
    if (!scale) throw new Error('no scale')
    for (const { cost } of shown)
      for (const amount of [cost.low, cost.likely, cost.high]) {
        expect(placeOn(scale, amount)).toBeGreaterThanOrEqual(0)
        expect(placeOn(scale, amount)).toBeLessThanOrEqual(100)
      }
    expect(placeOn({ from: 100n as Micro, to: 300n as Micro }, 150n as Micro)).toBe(25)
    // Filtering does not move the bars.
    expect(ranking(many, { ...NO_WISHES, green: 100 }).scale).toEqual(scale)
    expect(ranking([], NO_WISHES).scale).toBeNull()
  })

  it('finds the offers a link names', () => {
    expect(chosenIn(rows, ['a', 'zz', 'fa'])).toEqual(['a', 'far'])
  })
})
