/** Refusals that say nothing about what was asked, only that now is not the time: it is tried again, and nobody is troubled. */
import type { Refusal } from '@/lib/domain/decision'

/** `ReadNotLast`: the rows are behind the chain by a block or two, or the meter is just moving on. */
const PASSING = ['ReadNotLast', 'ActivityPaused', 'ChainUnreachable', 'RelayerOutOfGas']

export function isPassing({ name }: Refusal): boolean {
  return PASSING.includes(name)
}
