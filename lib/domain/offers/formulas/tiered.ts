/** Energy up to each limit at the price of its tier. Mirrors TieredFormula. Vectors: formulas/tiered.json. */
import { nano, wh, type MicroPerKwh, type Wh } from '../../units/units'
import type { Determinants } from '../determinants'
import { energyOf, prorated } from '../usage'
import { defineFormula } from './formula'

const MOST_PRICES = 8

export const tiered = defineFormula({
  name: 'Tiered',
  parameters: {
    /** Of a whole period; strictly increasing, and one fewer than there are prices. */
    upTo: { unit: 'Wh', each: 'item' },
    prices: { unit: 'MicroPerKwh', each: 'item' },
  },
  needs: [],
  accepts: ({ upTo, prices }) =>
    prices.length === upTo.length + 1 &&
    prices.length <= MOST_PRICES &&
    upTo.every((limit, index) => limit > (upTo[index - 1] ?? 0n)),
  cost: (params, usage) => nano(tiersOf(params, usage).reduce((sum, { cost }) => sum + cost, 0n)),
  rows: (params, usage) =>
    tiersOf(params, usage)
      .filter(({ energy }) => energy !== 0n)
      .map(({ from, to, energy, price, cost }) => ({
        what: 'tier',
        from: wh(from),
        ...(to !== null && { to: wh(to) }),
        energy: wh(energy),
        price,
        cost,
      })),
})

interface Tier {
  from: bigint
  /** Null above the last limit. */
  to: bigint | null
  energy: bigint
  price: MicroPerKwh
  cost: bigint
}

/**
 * A limit is that of a whole period. In a part of one it is prorated and rounded down, which moves less than one Wh into
 * the next tier: the seller gains where prices rise, the consumer where they fall.
 */
function tiersOf(
  { upTo, prices }: { upTo: readonly Wh[]; prices: readonly MicroPerKwh[] },
  usage: Determinants,
): Tier[] {
  const used = energyOf(usage)
  const limits = upTo.map((limit) => prorated(limit, usage))
  return prices.map((price, index) => {
    const from = limits[index - 1] ?? 0n
    const to = limits[index] ?? null
    const reached = to !== null && to < used ? to : used
    const energy = reached > from ? reached - from : 0n
    return { from, to, energy, price, cost: energy * price }
  })
}
