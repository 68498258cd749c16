import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/clearing.json'
import type { Hex } from '../units/hex'
import { seededRandom } from '../units/seeded-random'
import type { Wh } from '../units/units'
import { awarded, sold } from './allocation'
import { bookOf, type Bid, type Lot } from './book'
import { drawBook, shuffled, type DrawnBook } from './book.sample'
import { clear } from './clear'
import {
  byTheUnit,
  demandAt,
  pricesThatMatter,
  slowClearing,
  supplyAt,
  volumeAt,
  type SlowClearing,
} from './slow-clearing.sample'
import { costAt, MAX_ORDER_WH, MAX_TICK, orderWh, tick } from './tick'

const idOf = (rows: readonly { id: Hex }[]) => (row: number) => {
  const found = rows[row]
  if (!found) throw new RangeError(`no row ${row}`)
  return found.id
}
const clearing = ({ lots, bids }: DrawnBook) => clear(bookOf(lots, bids), { lots: idOf(lots), bids: idOf(bids) })

function outcome(book: DrawnBook) {
  const found = clearing(book)
  return {
    found,
    price: found.price,
    volume: found.volume,
    awarded: book.bids.map((bid, row) => awarded(bid, row, found)),
    sold: book.lots.map((lot, row) => sold(lot, row, found)),
  }
}

const sum = (values: readonly bigint[]) => values.reduce<bigint>((total, value) => total + value, 0n)
const textOf = ({ price, volume, awarded: bought, sold: given }: SlowClearing) =>
  `${volume} Wh at ${price}: bids ${bought.join(' ')}; lots ${given.join(' ')}`
const bookText = ({ lots, bids }: DrawnBook) =>
  `lots ${lots.map(({ energy, reserve, id }) => `${energy} from ${reserve} (${id})`).join(', ')}; ` +
  `bids ${bids.map(({ energy, limit, id }) => `${energy} to ${limit} (${id})`).join(', ')}`

/** Without `expect` on each of 100,000 sessions, which would take most of the time. */
function requireSame(found: SlowClearing, wanted: SlowClearing, book: DrawnBook): void {
  if (textOf(found) !== textOf(wanted))
    expect.fail(`${bookText(book)}\nclears ${textOf(found)}\ninstead of ${textOf(wanted)}`)
}

describe('clear', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const lots = given.lotIds.map(
      (id, row): Lot => ({
        id: id as Hex,
        energy: orderWh(BigInt(given.lotWh[row]!)),
        reserve: tick(BigInt(given.reserves[row]!)),
      }),
    )
    const bids = given.bidIds.map(
      (id, row): Bid => ({
        id: id as Hex,
        energy: orderWh(BigInt(given.bidWh[row]!)),
        limit: tick(BigInt(given.limits[row]!)),
      }),
    )
    const found = clearing({ lots, bids })
    expect({
      price: String(found.price),
      volumeWh: String(found.volume),
      lotsShare: found.lotsShare ? '1' : '0',
      offeredWh: String(found.offered),
      sharedWh: String(found.shared),
      lastRemainder: String(found.remainder),
      lastId: found.id,
      lastRow: String(found.index),
      awardedWh: bids.map((bid, row) => String(awarded(bid, row, found))),
      soldWh: lots.map((lot, row) => String(sold(lot, row, found))),
    }).toEqual(out)
  })

  it('is what trying every price and sorting finds, in 100,000 random sessions', { timeout: 300_000 }, () => {
    const random = seededRandom(6n)
    const seen = { noTrade: 0, bidsShare: 0, lotsShare: 0, oneMore: 0, dearest: 0, wide: 0 }
    for (let round = 0; round < 100_000; round++) {
      const book = drawBook(random)
      const { found, ...results } = outcome(book)
      requireSame(results, slowClearing(book.lots, book.bids), book)
      const { lotsShare, shared, offered, remainder } = found
      const shares = shared > 0n && shared < offered
      if (found.volume === 0n) seen.noTrade += 1
      else if (shares) seen[lotsShare ? 'lotsShare' : 'bidsShare'] += 1
      if (shares && remainder < offered) seen.oneMore += 1
      if (found.price === MAX_TICK) seen.dearest += 1
      if (found.volume > 1n << 40n) seen.wide += 1
    }
    // Every kind of session was among them, hundreds of times.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(500)
  })

  it('shares as handing out one Wh after the other does', () => {
    const random = seededRandom(60n)
    let shared = 0
    for (let round = 0; round < 10_000; round++) {
      const book = drawBook(random)
      if ([...book.bids, ...book.lots].some(({ energy }) => energy > 50n)) continue
      const { found, ...results } = outcome(book)
      requireSame(results, slowClearing(book.lots, book.bids, byTheUnit), book)
      if (found.remainder < found.offered) shared += 1
    }
    expect(shared).toBeGreaterThan(500)
  })

  it('is the same however lots and bids are ordered', () => {
    const random = seededRandom(61n)
    const perId = ({ bids, lots }: DrawnBook, { awarded: bought, sold: given }: SlowClearing) =>
      [...bids.map(({ id }, row) => `${id} ${bought[row]}`), ...lots.map(({ id }, row) => `${id} ${given[row]}`)].sort()
    for (let round = 0; round < 5_000; round++) {
      const book = drawBook(random)
      const other = { lots: shuffled(book.lots, random), bids: shuffled(book.bids, random) }
      const [one, two] = [outcome(book), outcome(other)]
      const same =
        one.price === two.price &&
        one.found.remainder === two.found.remainder &&
        one.found.id === two.found.id &&
        perId(book, one).join() === perId(other, two).join()
      if (!same) expect.fail(`${bookText(book)}\nclears ${textOf(one)}\nin another order ${textOf(two)}`)
    }
  })

  it('P9: no more than offered, no winner above its limit, no seller below its reserve, money in = money out', () => {
    const random = seededRandom(62n)
    for (let round = 0; round < 5_000; round++) {
      const { lots, bids } = drawBook(random)
      const { price, volume, awarded: bought, sold: given } = outcome({ lots, bids })
      const fits = (got: Wh, energy: Wh, accepts: boolean) => got >= 0n && got <= energy && (got === 0n || accepts)
      expect(bids.every(({ energy, limit }, row) => fits(bought[row]!, energy, limit >= price))).toBe(true)
      expect(lots.every(({ energy, reserve }, row) => fits(given[row]!, energy, reserve <= price))).toBe(true)
      expect([sum(bought), sum(given)]).toEqual([volume, volume])
      const money = (energies: Wh[]) => sum(energies.map((energy) => costAt(energy, price)))
      expect(money(bought)).toBe(money(given))
    }
  })

  it('moves the most that any one price could, and whoever gains by trading trades', () => {
    const random = seededRandom(63n)
    for (let round = 0; round < 5_000; round++) {
      const { lots, bids } = drawBook(random)
      const { price, volume } = clearing({ lots, bids })
      const each = pricesThatMatter(lots, bids).map((other) => volumeAt(lots, bids, other))
      expect(each.every((other) => other <= volume)).toBe(true)
      expect(demandAt(bids, price + 1n) <= volume && supplyAt(lots, price - 1n) <= volume).toBe(true)
    }
  })

  it('stays exact where sums leave doubles', () => {
    const random = seededRandom(64n)
    const many = (count: number) =>
      Array.from({ length: count }, (_, row) => ({
        id: `0x${((BigInt(row) * 0x9e3779b97f4a7c15n) % (1n << 64n)).toString(16).padStart(64, '0')}` as Hex,
        energy: orderWh(MAX_ORDER_WH - random.below(1n << 16n)),
      }))
    const lots = many(16_000).map((lot) => ({ ...lot, reserve: tick(1n) }))
    const bids = many(22_000).map((bid) => ({ ...bid, limit: random.pick([tick(2n), tick(1n), tick(1n), tick(1n)]) }))
    const { volume, lotsShare, remainder } = clearing({ lots, bids })
    expect([lotsShare, volume > 1n << 53n, remainder > 1n << 52n]).toEqual([false, true, true])
    requireSame(outcome({ lots, bids }), slowClearing(lots, bids), { lots: [], bids: [] })
    const fewBids = bids.slice(0, 11_000)
    expect(clearing({ lots, bids: fewBids }).lotsShare).toBe(true)
    requireSame(outcome({ lots, bids: fewBids }), slowClearing(lots, fewBids), { lots: [], bids: [] })
  })

  it('says which row is not to be cleared', () => {
    const book = bookOf([], [{ id: '0x01', energy: orderWh(5n), limit: tick(3n) }])
    const none = { lots: idOf([]), bids: idOf([]) }
    const bids = (ticks: number[], energies: number[]) => () =>
      clear({ ...book, bids: { ticks: Uint32Array.from(ticks), energies: Float64Array.from(energies) } }, none)
    expect(bids([1, 2], [5, 0.5])).toThrow('bids, row 1: 0.5 Wh')
    expect(bids([1], [-1])).toThrow('bids, row 0: -1 Wh')
    expect(bids([1], [NaN])).toThrow('bids, row 0: NaN Wh')
    expect(bids([1], [2 ** 40])).toThrow('row 0')
    expect(bids([2 ** 24], [1])).toThrow('tick 16777216')
    expect(bids([1, 2], [5])).toThrow('2 prices for 1 energies')
    expect(bids([2 ** 24 - 1], [2 ** 40 - 1])()).toMatchObject({ volume: 0n })
  })
})
