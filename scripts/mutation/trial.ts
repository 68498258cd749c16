import type { Mutant } from './mutants'

/** What became of a mutant. Only killed and survived ones count: the others are no other program, or none at all. */
export interface Outcome {
  result: 'killed' | 'survived' | 'not compiled' | 'same code'
  /** The test that failed first. */
  by?: string
}

export type Trial = (
  target: string,
  tests: readonly string[],
  mutants: readonly Mutant[],
  done: (outcomes: ReadonlyMap<string, Outcome>) => void,
  /** Random cases of each property. */
  runs: number,
) => void
