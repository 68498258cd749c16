/** From two register reads to the energy between them. Mirrors ReadLib. Vectors: advance.json. */
import { ok, refuse, type Decision, type Refusal } from '../decision'
import { mulDivUp, wh, type Watt, type Wh } from '../units/units'
import type { CountingMeter, Dial } from './meter'
import type { RegisterState, TimedState } from './read'
import { mapRegisters, type RegisterValues } from './register-values'

export interface Advance {
  used: RegisterValues<Wh>
  exported: Wh
}

export interface Step {
  /** Its position among the import registers; EXPORT for the export register. */
  register: bigint
  previous: Wh
  next: Wh
}

/** Index that stands for the export register in refusals. */
export const EXPORT = 5n
const WIDEST_WH = (1n << 64n) - 1n
const SECONDS_PER_HOUR = 3600n

/** Energy between two reads of a meter, per import register and exported. */
export function between(
  meter: CountingMeter,
  { previous, next }: Record<'previous' | 'next', TimedState>,
): Decision<Advance> {
  const possible = possibleAdvance(meter.capacity, next.time - previous.time, meter.multiplier)
  return advance(previous, next, meter, possible)
}

/**
 * The same from a meter's dial and the most it can advance. A register that rolled over its dial counts on; one that
 * could only have got there faster than the connection allows went backwards.
 * @param possible The most a register can advance between the reads: see possibleAdvance.
 */
export function advance(previous: RegisterState, next: RegisterState, dial: Dial, possible: Wh): Decision<Advance> {
  const steps: bigint[] = []
  for (const [index, value] of previous.importWh.entries()) {
    const step = stepOf(
      { register: BigInt(index), previous: value, next: next.importWh[index] ?? value },
      dial,
      possible,
    )
    if (!step.ok) return step
    steps.push(step.value)
  }
  const total = steps.reduce((sum, step) => sum + step, 0n)
  if (total > possible) return tooFast(total, possible)
  const multiplier = BigInt(dial.multiplier)
  // No part is larger than the whole, and the whole must fit.
  wh(total * multiplier)
  const out = stepOf({ register: EXPORT, previous: previous.exportWh, next: next.exportWh }, dial, possible)
  if (!out.ok) return out
  if (out.value > possible) return tooFast(out.value, possible)
  return ok({
    used: mapRegisters(previous.importWh, (_, index) => wh((steps[index] ?? 0n) * multiplier)),
    exported: wh(out.value * multiplier),
  })
}

/** The most a register can advance in a time, rounded up: a meter at full load is never refused. */
export function possibleAdvance(capacity: Watt, secondsBetween: number, multiplier: number): Wh {
  const most = mulDivUp(capacity, BigInt(secondsBetween), SECONDS_PER_HOUR * BigInt(multiplier))
  return wh(most > WIDEST_WH ? WIDEST_WH : most)
}

/** What one register counted, before the multiplier. */
export function stepOf(
  { register, previous, next }: Step,
  { digits }: Pick<Dial, 'digits'>,
  possible: Wh,
): Decision<bigint> {
  const dial = 10n ** BigInt(digits)
  if (next >= dial) return refuse('ReadTooWide', { register, value: next, digits: BigInt(digits) })
  if (next >= previous) return ok(next - previous)
  const rolled = next + dial - previous
  return rolled > possible ? refuse('ReadBackwards', { register, previous, next }) : ok(rolled)
}

function tooFast(advanced: bigint, possible: Wh): { ok: false; refusal: Refusal } {
  return refuse('ReadTooFast', { advance: advanced, possible })
}
