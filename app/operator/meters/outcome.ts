/** What became of a form of an operator: what is wrong with it, why it is refused, or the call that is ready to be sent. */
import type { Call } from '@/lib/chain/intents/calls'
import { ok, type Decision, type Refusal } from '@/lib/domain/decision'
import type { Read } from '@/lib/domain/metering/read'
import type { Faults, FormReader } from './form-reader'

export type Outcome = { typed: Record<string, string> } & (
  | { kind: 'faulty'; faults: Faults }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'ready'; ready: Ready }
)

export interface Ready {
  call: Call
  /** Where the operator sees what it did. */
  page: string
  /** Of an exchange: what the next bill begins with. */
  carried?: Read
}

export const isFaulty = (reader: FormReader): boolean => Object.keys(reader.faults).length > 0

export function faulty({ faults, typed }: FormReader): Outcome {
  return { kind: 'faulty', faults, typed }
}

export function outcomeOf(typed: Record<string, string>, decision: Decision<Ready>): Outcome {
  if (decision.ok) return { kind: 'ready', ready: decision.value, typed }
  return { kind: 'refused', refusal: decision.refusal, typed }
}

/** @param page where the operator sees what the call did. */
export function prepared({ typed }: FormReader, call: Decision<Call>, page: string): Outcome {
  return outcomeOf(typed, call.ok ? ok({ call: call.value, page }) : call)
}
