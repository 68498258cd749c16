import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Outcome } from './trial'

/** What is known of a target's mutants. It is kept after each batch, so a run that was stopped goes on where it was. */
export interface TrialRecord {
  /** Of the source and all that it imports: other sources, other mutants. */
  source: string
  /** Of the tests: with other tests a survivor is tried again. A killed one counts as killed until `--fresh`. */
  tests: string
  outcomes: Record<string, Outcome>
}

export const digest = (texts: readonly string[]): string => createHash('sha256').update(texts.join('\0')).digest('hex')

export function recall(path: string, source: string, tests: string): TrialRecord {
  const nothing = { source, tests, outcomes: {} }
  if (!existsSync(path)) return nothing
  const known = JSON.parse(readFileSync(path, 'utf8')) as TrialRecord
  if (known.source !== source) return nothing
  if (known.tests === tests) return known
  const settled = Object.entries(known.outcomes).filter(([, { result }]) => result !== 'survived')
  return { source, tests, outcomes: Object.fromEntries(settled) }
}

export function keep(path: string, record: TrialRecord): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`)
}
