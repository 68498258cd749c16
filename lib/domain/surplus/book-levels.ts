/** One side of a book as a list that people read: what is asked or offered at each price, without who asks. */
import { wh, type Wh } from '../units/units'
import type { Orders, Side } from './book'
import { tick, type Tick } from './tick'

export interface BookLevel {
  price: Tick
  energy: Wh
  /** Lots or bids at this price. */
  orders: number
}

export interface BookLevels {
  /** The best first: the dearest bids, the cheapest lots. */
  best: BookLevel[]
  /** What stands behind them. */
  others: { levels: number; energy: Wh; orders: number }
}

export function bookLevels({ ticks, energies }: Orders, side: Side, most: number): BookLevels {
  const levels = new Map<number, { energy: bigint; orders: number }>()
  for (let row = 0; row < ticks.length; row++) {
    const energy = energies[row]!
    if (energy === 0) continue
    const level = levels.get(ticks[row]!) ?? { energy: 0n, orders: 0 }
    levels.set(ticks[row]!, { energy: level.energy + BigInt(energy), orders: level.orders + 1 })
  }
  const sorted = [...levels].sort(([a], [b]) => (side === 'bids' ? b - a : a - b))
  const all = sorted.map(([price, { energy, orders }]) => ({ price: tick(BigInt(price)), energy: wh(energy), orders }))
  const rest = all.slice(most)
  return {
    best: all.slice(0, most),
    others: {
      levels: rest.length,
      energy: wh(rest.reduce((sum, { energy }) => sum + energy, 0n)),
      orders: rest.reduce((sum, { orders }) => sum + orders, 0),
    },
  }
}
