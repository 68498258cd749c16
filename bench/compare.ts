/**
 * How long it takes to compare a thousand offers on a measured year of half-hours, from the intervals to the last figure, beside a
 * plain loop over the intervals of the same offers in the same run. Both must come to the same totals.
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

const OFFERS = 1_000
const WARM_UP = 30
const ROUNDS = 60
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

  const began = coreMs()
  const first = compare({})
  const cold = coreMs() - began
  const plain = plainTotals(offers, { run, market, contracted: CONTRACTED, capacity: CAPACITY })
  requireSame(first, plain.totals)

  const whole = timed(() => compare({}))
  const year = timed(() => compare({ scenarios: { count: 0, seed: 0n } }))
  const bucket = timed(() => historyOfRun(run, market))
  const [offer] = offers
  const use = historyOfRun(run, market)
  const suggest = timed(() => offer && suggestContracted(offer, { ...input, use }))
  const memory = memoryOf(() => compare({}))
  const loop = `plain loop with Date over ${run.importWh.length} half-hours × ${OFFERS} offers:`
  const results: BenchResult[] = [
    against('compare-1000', whole.median, 'ms', loop, plain.ms, plain.ms / whole.median),
    against('compare-1000-p95', whole.p95, 'ms', loop, plain.ms, plain.ms / whole.p95),
    against('compare-1000-cold', cold, 'ms', 'the median, once compiled:', whole.median, cold / whole.median),
    against('compare-1000-year', year.median, 'ms', loop, plain.ms, plain.ms / year.median),
    against('compare-bucket', bucket.median, 'ms', 'of compare-1000:', whole.median, bucket.median / whole.median),
    against('compare-memory', memory, 'MiB', 'the half-hours themselves:', sizeOf(run), memory / sizeOf(run)),
    against('suggest', suggest.median, 'ms', 'compare-1000:', whole.median, suggest.median / whole.median),
  ]
  return Promise.resolve({ bench: 'compare', results })
}

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

/** Time that a core worked for this process: other work of the machine does not count, collecting garbage does. */
function coreMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

function timed(work: () => unknown): { median: number; p95: number } {
  for (let round = 0; round < WARM_UP; round++) work()
  const times = Array.from({ length: ROUNDS }, () => {
    const began = coreMs()
    work()
    return coreMs() - began
  }).sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

/** What one comparison holds on to, result included. Exact only where node runs with --expose-gc; else what the heap grew by. */
function memoryOf(work: () => unknown): number {
  const { gc } = globalThis as { gc?: () => void }
  gc?.()
  const before = used()
  const kept = work()
  const grown = used() - before
  return kept === undefined ? 0 : Math.max(0, grown)
}

function used(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}

function sizeOf({ importWh, exportWh }: ReturnType<typeof homeRun>): number {
  return (importWh.byteLength + exportWh.byteLength) / 2 ** 20
}

function against(name: string, value: number, unit: string, beside: string, floor: number, ratio: number): BenchResult {
  const shown = (number: number) => Math.round(number * 100) / 100
  return { name, value: shown(value), unit, against: `${beside} ${shown(floor).toLocaleString('en')} ${unit}`, ratio }
}
