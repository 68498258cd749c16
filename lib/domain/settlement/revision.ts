/** Which reads a bill rests on, while the true ones come in any order. */
import { between } from '../metering/advance'
import type { CountingMeter } from '../metering/meter'
import type { Read } from '../metering/read'
import type { RegisterValues } from '../metering/register-values'
import type { Wh } from '../units/units'

export interface BillReads {
  opening: Read
  closing: Read
}

/** A bill on measured reads stays as it is. */
export function areMeasured({ opening, closing }: BillReads): boolean {
  return opening.quality === 'Measured' && closing.quality === 'Measured'
}

/**
 * What a bill may rest on: each of its two reads as it was at first, or as it is known now. What is known best comes first, because
 * a run may have taken only one of two true reads, and anybody may start one.
 */
export function pairsOf(first: BillReads, known: BillReads): BillReads[] {
  return [
    known,
    { opening: known.opening, closing: first.closing },
    { opening: first.opening, closing: known.closing },
    first,
  ]
}

/** The pair that gives this energy; null if none does. */
export function pairBehind(
  used: RegisterValues<Wh>,
  pairs: readonly BillReads[],
  meter: CountingMeter,
): BillReads | null {
  return pairs.find((pair) => sameEnergy(usedBetween(pair, meter), used)) ?? null
}

/** A meter of this kind that could not have counted so has no energy to compare. */
function usedBetween({ opening, closing }: BillReads, meter: CountingMeter): RegisterValues<Wh> | null {
  const advanced = between(meter, { previous: opening, next: closing })
  return advanced.ok ? advanced.value.used : null
}

function sameEnergy(a: RegisterValues<Wh> | null, b: RegisterValues<Wh>): boolean {
  return a !== null && a.every((value, index) => value === b[index])
}

/** The end of a bill's period whose read was replaced. */
export interface ReplacedRead {
  end: keyof BillReads
  estimated: Read
  measured: Read
}

/** Why a run was made: the reads that are not those of the run before. */
export function replacedReads(before: BillReads, after: BillReads): ReplacedRead[] {
  return (['opening', 'closing'] as const)
    .filter((end) => before[end].quality !== after[end].quality)
    .map((end) => ({ end, estimated: before[end], measured: after[end] }))
}
