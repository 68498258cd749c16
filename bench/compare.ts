/**
 * How long it takes to compare a thousand offers on a measured year of half-hours, from the intervals to the last figure, beside a
 * plain loop over the intervals of the same offers in the same run. Both must come to the same totals. Times are those that one
 * core worked.
 */
import { historyOfRun } from '@/lib/domain/offers/compare/use-history'
import { compareOffers } from '@/lib/domain/offers/compare/compare'
import type { Comparison } from '@/lib/domain/offers/compare/offer-cost'
import type { ComparedOffer, CompareInput } from '@/lib/domain/offers/compare/compared'
import { suggestContracted } from '@/lib/domain/offers/compare/suggest'
import { wh, watt } from '@/lib/domain/units/units'
import { homeMarket, homeRun, offers as offersOf, TIME_ZONE } from './compare/market'
import { plainYear } from './compare/plain-loop'
import type { BenchReport, BenchResult } from './result'
import { against, coreMs, once, timed as timedFor } from './timing'

const OFFERS = 1_000
const ROUNDS = { warmUp: 25, measured: 31 }
/** Bucketing and the year's bills at 85, 100 and 115 %, without the scenarios of the range. */
const ONE_YEAR = { scenarios: { count: 0, seed: 0n } }
const CAPACITY = watt(12_000n)
/** An agreed month that the home's use leaves on both sides. */
const CONTRACTED = Array.from({ length: 12 }, () => wh(500_000n))
const POINT = { customerClass: 'Household', region: 1, voltageClass: 0, capacity: CAPACITY } as const
const NOW = 1_780_000_000

type Input = Omit<CompareInput, 'use'>

export function run(): Promise<BenchReport> {
  const run = homeRun()
  const market = homeMarket(run)
  const offers = offersOf(OFFERS)
  const input = { market, point: POINT, now: NOW, contracted: CONTRACTED }
  const compare = (more: Partial<Input>) => compareOffers(offers, { ...input, ...more, use: historyOfRun(run, market) })

  const first = once(() => compare({}))
  const plain = plainTotals(offers, { run, market, contracted: CONTRACTED, capacity: CAPACITY })
  requireSame(first.result, plain.totals)
  requireSame(compare(ONE_YEAR), plain.totals)

  const year = timed(() => compare(ONE_YEAR))
  const ranged = timed(() => compare({}))
  const bucket = timed(() => historyOfRun(run, market))
  const [offer] = offers
  const use = historyOfRun(run, market)
  const suggest = timed(() => offer && suggestContracted(offer, { ...input, use }))
  const memory = memoryOf(() => compare({}))
  const loop = `plain loop with Date over ${run.importWh.length} half-hours × ${OFFERS} offers:`
  const results: BenchResult[] = [
    against('compare-1000', year.median, 'ms', loop, plain.ms, plain.ms / year.median),
    against('compare-1000-p95', year.p95, 'ms', loop, plain.ms, plain.ms / year.p95),
    against('compare-1000-range', ranged.median, 'ms', loop, plain.ms, plain.ms / ranged.median),
    against('compare-1000-first', first.ms, 'ms', 'once compiled:', ranged.median, first.ms / ranged.median),
    against('compare-bucket', bucket.median, 'ms', 'of compare-1000:', year.median, bucket.median / year.median),
    against('compare-memory', memory, 'MiB', 'the half-hours themselves:', sizeOf(run), memory / sizeOf(run)),
    against('suggest', suggest.median, 'ms', 'compare-1000:', year.median, suggest.median / year.median),
  ]
  return Promise.resolve({ bench: 'compare', results })
}

const timed = (work: () => unknown) => timedFor(work, ROUNDS)

function plainTotals(offers: readonly ComparedOffer[], facts: Parameters<typeof plainYear>[1]) {
  const before = process.env.TZ
  process.env.TZ = TIME_ZONE
  const began = coreMs()
  const totals = offers.map((offer) => plainYear(offer, facts))
  const ms = coreMs() - began
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
  return { totals, ms }
}

function requireSame({ costs, unpriced }: Comparison, totals: readonly bigint[]): void {
  if (unpriced.length > 0 || costs.length !== totals.length) throw new Error(`${unpriced.length} offers have no cost`)
  const wrong = costs.findIndex(({ at100 }, place) => at100 !== totals[place])
  if (wrong >= 0) throw new Error(`offer ${wrong} costs ${costs[wrong]?.at100}, and ${totals[wrong]} by the plain loop`)
}

/** What one comparison holds on to, result included: the least that the heap grows by, because garbage is collected when it will. */
function memoryOf(work: () => unknown): number {
  const kept: unknown[] = []
  const grown = Array.from({ length: 5 }, () => {
    const before = used()
    kept.push(work())
    return used() - before
  })
  return Math.min(...grown.filter((each) => each > 0))
}

function used(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}

function sizeOf({ importWh, exportWh }: ReturnType<typeof homeRun>): number {
  return (importWh.byteLength + exportWh.byteLength) / 2 ** 20
}
