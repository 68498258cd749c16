/**
 * What some days will come to: those that are known as they are. A day to come is like the same weekday 52 weeks before, scaled by what
 * the last four weeks used to what theirs used a year before. Where no year is known, or it was another life (less than half of it,
 * or more than twice), the day is like the mean of that weekday in the last four weeks. How far these weeks differ is the range.
 * For reading: bills come from reads.
 */
import { mulDivDown, watt, wh, type Watt, type Wh } from '../units/units'
import { addDays, daysBetween, type LocalDate } from './calendar'
import { mapRegisters, registerValues, sumWh, type RegisterValues } from './register-values'

/** A whole day. One with holes is not known. */
export interface DayOfUse {
  day: LocalDate
  registers: RegisterValues<Wh>
  /** The highest mean power of its intervals. */
  maxDemand: Watt
}

export interface ForecastInput {
  /** Every date that is asked for, in order. */
  dates: readonly LocalDate[]
  /** Of these dates, of four weeks before them, and of the same time a year before: see daysToKnow. */
  known: readonly DayOfUse[]
}

export interface UseForecast {
  /** Of the dates that are known. */
  soFar: { days: number; registers: RegisterValues<Wh> }
  /** Dates that are forecast, and what from: `year` if any of them rests on the year before. */
  daysToCome: number
  from: 'year' | 'weeks'
  likely: RegisterValues<Wh>
  low: RegisterValues<Wh>
  high: RegisterValues<Wh>
  /** The highest of the days that are known and of those that the others are forecast from. */
  maxDemand: Watt
}

type Use = Pick<DayOfUse, 'registers' | 'maxDemand'>
type Days = ReadonlyMap<LocalDate, DayOfUse>

const WEEK_DAYS = 7
const WEEKS = 4
/** Keeps the weekday. */
const YEAR_DAYS = 52 * WEEK_DAYS
/** Last year's four weeks are like these as long as one is not more than twice the other. */
const MOST_APART = 2n
const NOTHING: Use = { registers: registerValues([wh(0n), wh(0n), wh(0n), wh(0n), wh(0n)]), maxDemand: watt(0n) }

/** Null if nothing known says anything about one of the days to come. Public holidays count as their weekday. */
export function forecastUse({ dates, known }: ForecastInput): UseForecast | null {
  const days: Days = new Map(known.map((day) => [day.day, day]))
  const newest = known.reduce((latest, { day }) => (day > latest ? day : latest), '')
  const past = dates.flatMap((date) => days.get(date) ?? [])
  const toCome = dates.filter((date) => !days.has(date))
  const ratio = ratioToYearBefore(days, newest)
  const weeks = toCome.map((date) => weeksBefore(days, newest, date))
  const years = toCome.map((date) => yearBefore(days, date, ratio))
  const models = toCome.flatMap((_, index) => years[index] ?? meanOf(weeks[index] ?? []) ?? [])
  if (models.length < toCome.length) return null
  const [soFar, rest] = [sumOf(past), sumOf(models)]
  const [least, most] = rangeOf(weeks)
  return {
    soFar: { days: past.length, registers: soFar.registers },
    daysToCome: toCome.length,
    from: years.some((year) => year) ? 'year' : 'weeks',
    likely: sumOf([soFar, rest]).registers,
    low: sumOf([soFar, scaled(rest, least)]).registers,
    high: sumOf([soFar, scaled(rest, most)]).registers,
    maxDemand: soFar.maxDemand > rest.maxDemand ? soFar.maxDemand : rest.maxDemand,
  }
}

/** The days [from, to) that a forecast of others can rest on. */
export function daysToKnow({ from, to }: { from: LocalDate; to: LocalDate }): { from: LocalDate; to: LocalDate }[] {
  const recent = { from: addDays(from, -WEEK_DAYS * (WEEKS + 1)), to }
  return [{ from: addDays(recent.from, -YEAR_DAYS), to: addDays(to, -YEAR_DAYS) }, recent]
}

interface Ratio {
  part: bigint
  whole: bigint
}
const ONE: Ratio = { part: 1n, whole: 1n }

/**
 * What the last four weeks used, to the same days a year before. One where no pair of days is known, and null where a year before
 * says nothing about now.
 */
function ratioToYearBefore(days: Days, newest: LocalDate): Ratio | null {
  if (newest === '') return null
  let [part, whole, pairs] = [0n, 0n, 0]
  for (let back = 0; back < WEEKS * WEEK_DAYS; back++) {
    const [now, before] = [days.get(addDays(newest, -back)), days.get(addDays(newest, -back - YEAR_DAYS))]
    if (!now || !before) continue
    part += sumWh(now.registers)
    whole += sumWh(before.registers)
    pairs++
  }
  if (pairs === 0) return ONE
  const isAlike = whole > 0n && part <= MOST_APART * whole && whole <= MOST_APART * part
  return isAlike ? { part, whole } : null
}

/** The same weekday a year before, as much more or less as the ratio says. */
function yearBefore(days: Days, date: LocalDate, ratio: Ratio | null): Use | null {
  const before = days.get(addDays(date, -YEAR_DAYS))
  return ratio && before ? scaled(before, ratio) : null
}

/** The same weekday in the last weeks that are known, the latest first. */
function weeksBefore(days: Days, newest: LocalDate, date: LocalDate): DayOfUse[] {
  if (newest === '') return []
  const away = Math.max(1, Math.ceil(daysBetween({ from: newest, to: date }) / WEEK_DAYS))
  const dates = Array.from({ length: WEEKS }, (_, week) => addDays(date, -WEEK_DAYS * (away + week)))
  return dates.flatMap((day) => days.get(day) ?? [])
}

/** What the lowest and the highest of the four weeks had for the days to come, to the mean of the weeks. */
function rangeOf(weeks: readonly DayOfUse[][]): [Ratio, Ratio] {
  const known = weeks.filter((days) => days.length > 0)
  const sums = Array.from({ length: WEEKS }, (_, week) =>
    known.reduce((sum, days) => sum + sumWh(days[week % days.length]?.registers ?? []), 0n),
  )
  const whole = sums.reduce((total, sum) => total + sum, 0n)
  if (whole === 0n) return [ONE, ONE]
  const shares = sums.sort((a, b) => (a < b ? -1 : 1)).map((sum) => ({ part: sum * BigInt(WEEKS), whole }))
  return [shares[0] ?? ONE, shares.at(-1) ?? ONE]
}

/** Rounded down, register by register. */
function scaled(use: Use, { part, whole }: Ratio): Use {
  return {
    registers: mapRegisters(use.registers, (energy) => wh(mulDivDown(energy, part, whole))),
    maxDemand: watt(mulDivDown(use.maxDemand, part, whole)),
  }
}

/** Rounded down; the highest demand of them. */
function meanOf(days: readonly Use[]): Use | null {
  if (days.length === 0) return null
  const { registers, maxDemand } = sumOf(days)
  return { registers: mapRegisters(registers, (energy) => wh(energy / BigInt(days.length))), maxDemand }
}

/** The energy of all, and the highest demand of them. */
function sumOf(uses: readonly Use[]): Use {
  return uses.reduce(
    (sum, { registers, maxDemand }) => ({
      registers: mapRegisters(sum.registers, (energy, index) => wh(energy + (registers[index] ?? 0n))),
      maxDemand: maxDemand > sum.maxDemand ? maxDemand : sum.maxDemand,
    }),
    NOTHING,
  )
}
