/**
 * Intervals of one channel as they were given, before they become days: negative, repeated, overlapping.
 *
 * The practice of the Australian market (AEMO, Meter Data File Format NEM12 & NEM13): a date of a channel is given once in a
 * file, and what is sent again carries the time of its update, so that the latest takes the place of the others. Two values
 * for one instant without such a time contradict each other, and nobody but the sender can say which is true.
 */
import { fault, instantText, remark, type Finding } from './finding'

export interface GivenInterval {
  /** UTC seconds. */
  start: number
  seconds: number
  /** Wh; what is below zero is refused here. */
  energy: bigint
  /** When the sender last changed it, UTC seconds; null if it does not say. */
  updated: number | null
  line: number | null
}

export interface SettledIntervals {
  /** In order of time: no repeat, no overlap, nothing negative. */
  kept: GivenInterval[]
  findings: Finding[]
}

export function settleRepeats(given: readonly GivenInterval[]): SettledIntervals {
  const kept: GivenInterval[] = []
  const findings: Finding[] = []
  for (const next of [...given].sort((a, b) => a.start - b.start)) {
    const at = instantText(next.start)
    const last = kept.at(-1)
    if (next.energy < 0n) findings.push(fault('EnergyNegative', { at, energy: String(next.energy) }, next.line))
    else if (!last || next.start >= last.start + last.seconds) kept.push(next)
    else if (next.start !== last.start || next.seconds !== last.seconds)
      findings.push(fault('IntervalsOverlap', { at, other: instantText(last.start) }, next.line))
    else {
      const { finding, winner } = settledRepeat(last, next)
      findings.push(finding)
      kept[kept.length - 1] = winner
    }
  }
  return { kept, findings }
}

/** Two of the same start and length. */
export function settledRepeat(
  first: GivenInterval,
  second: GivenInterval,
): { finding: Finding; winner: GivenInterval } {
  const at = instantText(second.start)
  if (first.energy === second.energy) return { finding: remark('IntervalRepeated', { at }, second.line), winner: first }
  const facts = { at, first: String(first.energy), second: String(second.energy) }
  if (first.updated === null || second.updated === null || first.updated === second.updated)
    return { finding: fault('IntervalContradicted', facts, second.line), winner: first }
  const winner = second.updated > first.updated ? second : first
  return { finding: remark('IntervalReplaced', { ...facts, kept: String(winner.energy) }, second.line), winner }
}
