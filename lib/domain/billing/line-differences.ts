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
