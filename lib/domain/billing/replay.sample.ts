/** Runs and plans for tests of the replay to change in one place. */
import type { IntervalRun } from '../metering/interval-run'
import { RATIO_ONE, type Billionths, type Plan, type PlanLine, type PlanPrice } from '../offers/plan'
import { replay, type Published } from './replay'

export const NOTHING_PUBLISHED: Published = { tariffs: [], contracted: () => undefined }

/** Micro per kWh, or Micro for a fixed charge. */
export const priceOf = (micro: bigint): PlanPrice => (micro * 1_000_000n) as PlanPrice
export const ratioOf = (percent: bigint): Billionths => ((percent * RATIO_ONE) / 100n) as Billionths
export const instantOf = (text: string): number => Date.parse(text) / 1_000

/** Consecutive intervals; what is not given is zero. */
export function runOf(
  from: string,
  minutes: number,
  { importWh, exportWh = [] }: { importWh: readonly bigint[]; exportWh?: readonly bigint[] },
): IntervalRun {
  const exported = importWh.map((_, index) => exportWh[index] ?? 0n)
  return {
    start: instantOf(from),
    seconds: minutes * 60,
    importWh: BigUint64Array.from(importWh),
    exportWh: BigUint64Array.from(exported),
  }
}

export function planOf(lines: readonly PlanLine[], timeZone = 'Europe/London'): Plan {
  return { name: 'Test', timeZone, currency: 'GBP', lines, market: null }
}

/** Amounts by line, month after month. */
export function amounts(plan: Plan, run: IntervalRun, published = NOTHING_PUBLISHED): bigint[][] {
  return replay(plan, run, published).map(({ lines }) => lines.map(({ amount }) => amount))
}
