/** A revision line by line: which new line takes the place of which old one. */
import { signedMicro, type SignedMicro } from '../units/units'
import type { BillLine } from './lines'

export interface LineDifference<Line> {
  /** Null: the new run has a line that the one before had not. */
  before: Line | null
  /** Null: the line is gone. */
  after: Line | null
  difference: SignedMicro
}

/**
 * Lines of one kind and payee are the same line; where there are several, as with government funds, in their order. New lines come
 * where the new bill has them, and those that are gone come last.
 */
export function lineDifferences<Line extends Pick<BillLine, 'kind' | 'payee' | 'amount'>>(
  before: readonly Line[],
  after: readonly Line[],
): LineDifference<Line>[] {
  const left = [...before]
  const paired = after.map((line) => {
    const index = left.findIndex(({ kind, payee }) => kind === line.kind && payee === line.payee)
    return differenceOf(index < 0 ? null : (left.splice(index, 1)[0] ?? null), line)
  })
  return [...paired, ...left.map((line) => differenceOf(line, null))]
}

function differenceOf<Line extends Pick<BillLine, 'amount'>>(
  before: Line | null,
  after: Line | null,
): LineDifference<Line> {
  return { before, after, difference: signedMicro((after?.amount ?? 0n) - (before?.amount ?? 0n)) }
}

interface LineRun<Line> {
  reversed: readonly Line[]
  lines: readonly Line[]
}

/**
 * A bill after its runs: each takes back the lines that it reverses and adds its own. Most reverse the whole bill; where only the
 * true-up of a contract year is made again, the other lines stay.
 */
export function linesAfter<Line extends BillLine>(first: readonly Line[], runs: readonly LineRun<Line>[]): Line[] {
  return runs.reduce<Line[]>((lines, run) => [...without(lines, run.reversed), ...run.lines], [...first])
}

function without<Line extends BillLine>(lines: readonly Line[], reversed: readonly Line[]): Line[] {
  const left = [...lines]
  for (const line of reversed) {
    const index = left.findIndex((one) => isSame(one, line))
    if (index >= 0) left.splice(index, 1)
  }
  return left
}

function isSame(a: BillLine, b: BillLine): boolean {
  return a.kind === b.kind && a.payee === b.payee && a.quantity === b.quantity && a.amount === b.amount
}
