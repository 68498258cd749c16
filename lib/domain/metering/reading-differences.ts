/** P5 for readings of one register as files give them: what the dial advanced by, against the intervals between. */
import { ok, refuse, type Decision } from '../decision'
import { wh, type Wh } from '../units/units'
import { EXPORT, possibleAdvance, stepOf } from './advance'
import { tallyOf, type Counts, type Tally } from './interval-tally'
import type { MeterDay } from './meter-day'
import { causeOf, type ComparedMeter, type DifferenceRow } from './register-differences'
import { REGISTERS } from './registers'

export interface DialReading {
  time: number
  valueWh: Wh
}

export interface ReadingPair {
  register: DifferenceRow['register']
  previous: DialReading
  next: DialReading
}

/**
 * Refused if the dial went backwards, or further than the connection allows. Rollover and multiplier are those of the meter.
 * Null where it cannot be compared: a day of one interval lies in many tariff registers.
 */
export function readingDifference(
  { register, previous, next }: ReadingPair,
  days: readonly MeterDay[],
  meter: ComparedMeter,
): Decision<DifferenceRow | null> {
  const possible = possibleAdvance(meter.capacity, next.time - previous.time, meter.multiplier)
  const step = stepOf({ register: numberOf(register), previous: previous.valueWh, next: next.valueWh }, meter, possible)
  if (!step.ok) return step
  if (step.value > possible) return refuse('ReadTooFast', { advance: step.value, possible })
  const tally = tallyOf(days, { from: previous.time, to: next.time }, meter)
  const part = partOf(tally, register)
  if (!part) return ok(null)
  const { intervalsWh, counts } = part
  const registerWh = wh(step.value * BigInt(meter.multiplier))
  const differenceWh = registerWh - intervalsWh
  const span = { from: previous.time, to: next.time }
  const { missing, estimated } = counts
  const cause = causeOf(differenceWh, counts, tally.isCut)
  return ok({ ...span, register, intervalsWh, registerWh, differenceWh, missing, estimated, cause })
}

/** A dial that shows the total of all registers stands for the first of them in refusals. */
function numberOf(register: DifferenceRow['register']): bigint {
  if (register === 'export') return EXPORT
  return register === 'total' ? 0n : BigInt(REGISTERS.indexOf(register))
}

function partOf(tally: Tally, register: DifferenceRow['register']): { intervalsWh: Wh; counts: Counts } | null {
  if (register === 'export') return { intervalsWh: tally.exportWh, counts: tally.all }
  if (register === 'total') return { intervalsWh: tally.importWh, counts: tally.all }
  const index = REGISTERS.indexOf(register)
  const [intervalsWh, counts] = [tally.registers?.[index], tally.counts[index]]
  return intervalsWh === undefined || !counts ? null : { intervalsWh, counts }
}
