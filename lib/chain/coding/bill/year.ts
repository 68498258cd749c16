/** The totals of a contract year as they stood at any time: each month counts once, as its newest run then had it. Safe for the client. */
import { MONTHS } from '@/lib/domain/agreements/terms'
import { sumWh } from '@/lib/domain/metering/register-values'
import type { BillFile, FileRun, MonthRun } from './file'
import type { MonthAgain } from './recompute'

export interface YearSum {
  contracted: bigint
  used: bigint
  charged: bigint
}

/** What a month added to its year from some event on. */
export interface YearStep extends YearSum {
  month: number
  transaction: string
  block: number
  /** Of the event in its block; the first run of a month comes before all that is in it. */
  log: number
}

const BEFORE_ALL = -1

/** All months of the year, this one too, in the order in which they were counted; null if the file does not tell them all. */
export function yearTimeline(
  { year, index, runs }: BillFile,
  months: readonly (MonthAgain | null)[],
): YearStep[] | null {
  const first = index - (index % MONTHS)
  if (!year || year.length !== index - first) return null
  if (!year.every((month, position) => month.index === first + position && isInOrder(month.runs))) return null
  const others = year.flatMap(({ index: month, contracted, runs: counted }) =>
    counted.map((run) => ({ ...run, month, contracted, log: run.log ?? BEFORE_ALL })),
  )
  const own: YearStep[] = []
  for (const [position, run] of runs.entries()) {
    if (run.kind === 'trueUp') continue
    const again = months[position]
    if (!again) return null
    const { contracted, used, charged } = again
    const log = run.kind === 'revised' ? run.log : BEFORE_ALL
    own.push({ ...run, month: index, contracted, used: sumWh(used), charged, log })
  }
  return [...others, ...own].sort((a, b) => a.block - b.block || a.log - b.log || a.month - b.month)
}

/** The first run, then each later one once. */
function isInOrder(runs: readonly MonthRun[]): boolean {
  return runs.every(({ block, log }, position) => {
    const before = runs[position - 1]
    if (!before) return log === null
    return log !== null && (block > before.block || (block === before.block && log > (before.log ?? BEFORE_ALL)))
  })
}

/**
 * Totals right before a run was made, or right after. The true-up is made anew with the event behind the one that changed a month,
 * in the same transaction.
 */
export function yearAt(timeline: readonly YearStep[] | null, run: FileRun, when: 'before' | 'after'): YearSum | null {
  if (!timeline) return null
  const upTo = run.kind === 'settled' ? BEFORE_ALL : run.log
  const counted = timeline.filter(
    ({ block, log, transaction }) =>
      (block < run.block || (block === run.block && log <= upTo)) &&
      (when === 'after' || transaction !== run.transaction),
  )
  const newest = new Map(counted.map((step) => [step.month, step]))
  return totalOf([...newest.values()])
}

export function totalOf(steps: readonly YearSum[]): YearSum {
  const sum = (of: (step: YearSum) => bigint) => steps.reduce((total, step) => total + of(step), 0n)
  return { contracted: sum((s) => s.contracted), used: sum((s) => s.used), charged: sum((s) => s.charged) }
}

/** As they stand after everything that the file knows. */
export function yearNow(timeline: readonly YearStep[] | null): YearSum | null {
  return timeline && totalOf([...new Map(timeline.map((step) => [step.month, step])).values()])
}
