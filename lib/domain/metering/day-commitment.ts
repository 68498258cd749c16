/** The one packed form of a meter-day that its meter commits to: the same day always gives the same bytes, two days never do. */
import { packDay } from './intervals'
import { INTERVAL_QUALITIES, type MeterDay } from './meter-day'
import { codeOf } from '../units/codes'

/** The first byte. A reader that does not know it must not guess. */
export const COMMITMENT_FORM = 1

const WIDEST = 0xffff

/** The date is not in it: it stands beside it in the leaf. */
export type CommittedDay = Pick<MeterDay, 'minutes' | 'importWh' | 'exportWh' | 'qualities'>

/**
 * One byte for the form; two bytes each, high byte first, for the minutes of an interval and the number of intervals; then
 * imports and exports as packDay writes them, and one byte for each interval's quality (its place in INTERVAL_QUALITIES).
 * Counted lists of numbers that each end by themselves: no other day packs to the same bytes.
 */
export function packCommitment({ minutes, importWh, exportWh, qualities }: CommittedDay): Uint8Array {
  const count = importWh.length
  if (!(Number.isInteger(minutes) && minutes > 0 && minutes <= WIDEST)) throw new RangeError(`${minutes} minutes`)
  if (count === 0 || count > WIDEST) throw new RangeError(`${count} intervals in a day`)
  if (exportWh.length !== count || qualities.length !== count)
    throw new RangeError(`${count} imports, ${exportWh.length} exports and ${qualities.length} qualities`)
  return Uint8Array.of(
    COMMITMENT_FORM,
    minutes >> 8,
    minutes & 0xff,
    count >> 8,
    count & 0xff,
    ...packDay(importWh),
    ...packDay(exportWh),
    ...qualities.map((quality) => codeOf(INTERVAL_QUALITIES, quality)),
  )
}
