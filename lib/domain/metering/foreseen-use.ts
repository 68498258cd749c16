/** What a meter will have counted over some days: those that are known as they are, the others like the same weekday a year before. */
import { watt, wh, type Watt, type Wh } from '../units/units'
import { addDays, type LocalDate } from './calendar'
import { likeDays } from './like-days'
import { mapRegisters, registerValues, type RegisterValues } from './register-values'

export interface DayOfUse {
  day: LocalDate
  registers: RegisterValues<Wh>
  maxDemand: Watt
}

export interface ForeseenUse {
  registers: RegisterValues<Wh>
  maxDemand: Watt
  /** Days that were measured, and days that are foreseen. */
  known: number
  foreseen: number
}

/** 52 whole weeks: the same weekday at the same time of the year. */
const YEAR_OF_WEEKS = 364

/**
 * A day without data is taken from the one 52 weeks before; where that is not there either, from the mean of the like days before
 * it: see like-days.ts. Null if a day has neither: whoever reads a forecast should not take a hole for a low bill.
 */
export function foreseenUse(
  days: readonly DayOfUse[],
  { from, to }: { from: LocalDate; to: LocalDate },
): ForeseenUse | null {
  const byDay = new Map(days.map((day) => [day.day, day]))
  const latest = days.reduce((last, { day }) => (day > last ? day : last), '')
  let registers = registerValues([0n, 0n, 0n, 0n, 0n].map(wh))
  let maxDemand = watt(0n)
  let known = 0
  let foreseen = 0
  for (let date = from; date < to; date = addDays(date, 1)) {
    const measured = byDay.get(date)
    const day = measured ?? byDay.get(addDays(date, -YEAR_OF_WEEKS)) ?? meanOf(likeKnown(byDay, date, latest))
    if (!day) return null
    if (measured) known++
    else foreseen++
    registers = mapRegisters(registers, (sum, index) => wh(sum + (day.registers[index] ?? 0n)))
    if (day.maxDemand > maxDemand) maxDemand = day.maxDemand
  }
  return { registers, maxDemand, known, foreseen }
}

/** Far ahead there are no like days within reach: those before the end of the data stand for them. */
function likeKnown(byDay: ReadonlyMap<LocalDate, DayOfUse>, date: LocalDate, latest: LocalDate): DayOfUse[] {
  if (!latest) return []
  const weeks = Math.max(0, Math.ceil((Date.parse(date) - Date.parse(latest)) / (7 * 86_400_000)) - 1)
  return likeDays(addDays(date, -7 * weeks), 'before').flatMap((like) => byDay.get(like) ?? [])
}

/** Rounded down; the highest demand of them. */
function meanOf(days: readonly DayOfUse[]): Omit<DayOfUse, 'day'> | undefined {
  const count = BigInt(days.length)
  if (count === 0n) return undefined
  const sums = [0, 1, 2, 3, 4].map((index) => days.reduce((sum, { registers }) => sum + (registers[index] ?? 0n), 0n))
  const maxDemand = days.reduce((most, day) => (day.maxDemand > most ? day.maxDemand : most), watt(0n))
  return { registers: registerValues(sums.map((sum) => wh(sum / count))), maxDemand }
}
