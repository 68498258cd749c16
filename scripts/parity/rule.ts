// A rule that is written twice, as parity sees it: words in, words out, or a refusal by name.
import type { Refusal } from '@/lib/domain/decision'
import type { Draw } from './draw'

export type Answer = readonly bigint[] | { refused: string }

export interface Rule {
  /** As it is printed. */
  name: string
  /** The function of ParityHarness. */
  harness: string
  /** One case: its words for Solidity, and what TypeScript says. */
  draw(random: Draw): Case
}

export interface Case {
  words: readonly bigint[]
  twin: () => Answer
}

/** Units and casts refuse what is too wide, each language by its own means. */
export const DOES_NOT_FIT = 'DoesNotFit'

export function answerOf({ twin }: Case): Answer {
  try {
    return twin()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { refused: error.name === 'RangeError' ? DOES_NOT_FIT : error.name }
  }
}

export function refusedBy({ name }: Refusal): Answer {
  return { refused: name }
}
