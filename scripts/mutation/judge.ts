import type { Outcome } from './trial'

/** A survivor that no test can or need kill. */
export interface Explained {
  file: string
  mutant: string
  why: string
}

export interface Tally {
  file: string
  made: number
  tried: number
  notCompiled: number
  sameCode: number
  killed: number
  survived: readonly string[]
}

export function tally(file: string, made: number, outcomes: Readonly<Record<string, Outcome>>): Tally {
  const all = Object.entries(outcomes)
  const count = (result: Outcome['result']) => all.filter(([, outcome]) => outcome.result === result).length
  return {
    file,
    made,
    tried: all.length,
    notCompiled: count('not compiled'),
    sameCode: count('same code'),
    killed: count('killed'),
    survived: all.filter(([, { result }]) => result === 'survived').map(([name]) => name),
  }
}

/** Survivors that nobody has explained, and explanations of mutants that did not survive. */
export function judge(
  tallies: readonly Tally[],
  explained: readonly Explained[],
): { open: readonly Omit<Explained, 'why'>[]; stale: readonly Explained[] } {
  const survivors = tallies.flatMap(({ file, survived }) => survived.map((mutant) => ({ file, mutant })))
  const same = (a: Omit<Explained, 'why'>, b: Omit<Explained, 'why'>) => a.file === b.file && a.mutant === b.mutant
  // A part of the targets, or a sample, says nothing of the other explanations.
  const complete = tallies.filter(({ made, tried }) => made === tried).map(({ file }) => file)
  return {
    open: survivors.filter((survivor) => !explained.some((entry) => same(entry, survivor))),
    stale: explained.filter(
      (entry) => complete.includes(entry.file) && !survivors.some((survivor) => same(entry, survivor)),
    ),
  }
}

/** Killed of those that are another program; 100 if there is none. */
export function killedPercent(tallies: readonly Tally[]): number {
  const killed = tallies.reduce((sum, one) => sum + one.killed, 0)
  const survived = tallies.reduce((sum, one) => sum + one.survived.length, 0)
  return killed + survived === 0 ? 100 : (100 * killed) / (killed + survived)
}
