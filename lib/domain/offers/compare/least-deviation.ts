/**
 * The contracted energy that makes the expected cost of deviation least, exactly. Over scenarios s with use Uₛ, the cost before
 * rounding is
 *
 *   f(C) = Σₛ eₛ · max(0, Uₛ − ⌈C·b₊⌉) + σ · max(0, ⌊C·b₋⌋ − Uₛ)
 *
 * where eₛ is what a Wh above the band costs beyond one inside (below zero where it costs less) and σ the shortfall price. It need not
 * be convex, so no slope is followed. Between two values of C where an edge of the band passes a Uₛ, both sums run over the same
 * scenarios and f is linear in the two edges. The edges round to whole Wh, but in a pattern: with P steps more, both have moved by a
 * whole number, and f has changed by the same amount wherever in the stretch it started. So the least of a stretch is among its first
 * P values or its last P, and trying those of all stretches finds the least of all.
 */
import { BPS_ONE, divDown, mulDivDown, mulDivUp, type Bps, type MicroPerKwh, type Wh } from '../../units/units'

/** One scenario of a period. */
export interface Outcome {
  used: Wh
  /** What a Wh above the band costs beyond one inside it: `premium` ÷ (`used` × 10,000) Nano. */
  premium: bigint
}

export interface Game {
  outcomes: readonly Outcome[]
  lower: Bps
  upper: Bps
  shortfall: MicroPerKwh
  /** Contracted energy is a multiple of this. */
  step: Wh
  /** The most that may be agreed on; null: no limit. */
  most: bigint | null
}

export interface Expected {
  /** Sums over the scenarios, in `1 ÷ unit` Nano. */
  excess: bigint
  shortfall: bigint
  below: number
  above: number
}

export interface Chosen {
  contracted: bigint
  /** Wh that all scenarios use, rounded down. */
  meanUse: bigint
  /** The cost at any contracted energy. */
  expectedAt(contracted: bigint): Expected
  /** Nano × this = the unit of Expected. */
  unit: bigint
  /** Σ over the scenarios of what a Wh above the band costs more, in the same unit. */
  premium: bigint
}

interface Weighted {
  used: bigint
  weight: bigint
}

/** From `from` on, up to the next one: which scenarios lie outside the band is the same. */
interface Stretch {
  from: bigint
  /** The last one of it; null: without end. */
  to: bigint | null
}

/** A game with everything over one denominator. */
interface Prepared extends Game {
  weighted: readonly Weighted[]
  /** The shortfall price. */
  rate: bigint
  mean: bigint
}

export function leastDeviation(game: Game): Chosen {
  const uses = game.outcomes.map(({ used }) => used)
  const common = uses.reduce((least, used) => leastCommonMultiple(least, used === 0n ? 1n : used), 1n)
  const prepared: Prepared = {
    ...game,
    // A scenario without use is never above the band.
    weighted: game.outcomes.map(({ used, premium }) => {
      return { used, weight: used === 0n ? 0n : premium * (common / used) }
    }),
    rate: game.shortfall * common * BPS_ONE,
    mean: uses.reduce<bigint>((sum, used) => sum + used, 0n) / BigInt(uses.length),
  }
  return {
    contracted: leastSteps(prepared) * game.step,
    meanUse: prepared.mean,
    expectedAt: (contracted) => expected(contracted, prepared),
    unit: common * BPS_ONE,
    premium: prepared.weighted.reduce((sum, { weight }) => sum + weight, 0n),
  }
}

const upperEdge = (contracted: bigint, { upper }: Game) => mulDivUp(contracted, upper, BPS_ONE)
const lowerEdge = (contracted: bigint, { lower }: Game) => mulDivDown(contracted, lower, BPS_ONE)

function expected(contracted: bigint, game: Prepared): Expected {
  const [upper, lower] = [upperEdge(contracted, game), lowerEdge(contracted, game)]
  const sums = { excess: 0n, short: 0n, below: 0, above: 0 }
  for (const { used, weight } of game.weighted) {
    if (used > upper) {
      sums.excess += weight * (used - upper)
      sums.above += 1
    } else if (used < lower) {
      sums.short += lower - used
      sums.below += 1
    }
  }
  const { excess, short, below, above } = sums
  return { excess, shortfall: short * game.rate, below, above }
}

/** Of equal ones that nearest to the mean use: it has most room on both sides. */
function leastSteps(game: Prepared): bigint {
  const wanted = (game.mean + game.step / 2n) / game.step
  const far = (steps: bigint) => (steps > wanted ? steps - wanted : wanted - steps)
  let [best, least]: [bigint, bigint | null] = [0n, null]
  for (const stretch of stretchesOf(game)) {
    const line = lineOf(stretch, game)
    for (const steps of triedIn(stretch, { period: periodOf(game), wanted, isFlat: line.isFlat })) {
      const cost = line.costAt(steps)
      if (least !== null && (cost > least || (cost === least && far(steps) >= far(best)))) continue
      best = steps
      least = cost
    }
  }
  return best
}

/** After how many steps both edges have moved by whole Wh. */
function periodOf({ step, lower, upper }: Game): bigint {
  return BPS_ONE / gcd(BPS_ONE, gcd(step * lower, step * upper))
}

function* triedIn(
  { from, to }: Stretch,
  { period, wanted, isFlat }: { period: bigint; wanted: bigint; isFlat: boolean },
): Generator<bigint> {
  // Nobody is outside the band, or it costs nothing: all of the stretch is the same.
  if (isFlat) {
    const nearest = wanted < from ? from : to !== null && wanted > to ? to : wanted
    yield nearest
    return
  }
  const head = to !== null && to - from < 2n * period ? to + 1n : from + period
  for (let steps = from; steps < head; steps++) yield steps
  // An endless stretch has nobody above the band: more only costs more.
  if (to === null || head > to) return
  for (let steps = to - period + 1n; steps <= to; steps++) yield steps
}

/** Where an edge of the band passes the use of a scenario, in steps. */
function stretchesOf({ weighted, step, lower, upper, most }: Prepared): Stretch[] {
  const last = most === null ? null : most / step
  const cuts = new Set([0n])
  for (const { used } of weighted) {
    if (upper > 0n && used > 0n) cuts.add(((used - 1n) * BPS_ONE) / (step * upper) + 1n)
    if (lower > 0n) cuts.add(mulDivUp(used + 1n, BPS_ONE, step * lower))
  }
  const starts = [...cuts].filter((cut) => last === null || cut <= last).sort((a, b) => (a < b ? -1 : 1))
  return starts.map((from, index) => {
    const next = starts[index + 1]
    return { from, to: next === undefined ? last : next - 1n }
  })
}

/** The cost within a stretch, without going through the scenarios for each value. */
function lineOf({ from }: Stretch, game: Prepared): { costAt(steps: bigint): bigint; isFlat: boolean } {
  const start = from * game.step
  const [upper, lower] = [upperEdge(start, game), lowerEdge(start, game)]
  const { excess, shortfall, below } = expected(start, game)
  const perUpper = game.weighted.reduce((sum, { used, weight }) => (used > upper ? sum + weight : sum), 0n)
  const perLower = game.rate * BigInt(below)
  return {
    isFlat: perUpper === 0n && perLower === 0n,
    costAt(steps) {
      const contracted = steps * game.step
      const saved = perUpper * (upperEdge(contracted, game) - upper)
      return excess + shortfall - saved + perLower * (lowerEdge(contracted, game) - lower)
    },
  }
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b
}

/** A sum over the scenarios as the mean in whole Micro, rounded down. */
export function meanMicro(sum: bigint, { unit }: Pick<Chosen, 'unit'>, scenarios: number): bigint {
  return divDown(sum, unit * BigInt(scenarios) * 1_000n)
}
