/**
 * What a period will come to: the days that are known, and the days to come as in one of the last four weeks. Each week is a
 * scenario; the forecast is their mean, the range their extremes. It is for reading: bills come from reads.
 */
import { watt, wh, type Watt, type Wh } from '../units/units'
import { addDays, daysBetween, type LocalDate } from './calendar'
import { mapRegisters, registerValues, sumWh, type RegisterValues } from './register-values'

/** A whole day. One with holes is not known. */
export interface KnownDay {
  day: LocalDate
  registers: RegisterValues<Wh>
  /** The highest mean power of its intervals. */
  maxDemand: Watt
}

export interface ForecastInput {
  /** Every date of the period, in order. */
  dates: readonly LocalDate[]
  /** Of the period and of the time before it. */
  known: readonly KnownDay[]
}

export interface UseForecast {
  /** Of the days of the period that are known. */
  soFar: { days: number; registers: RegisterValues<Wh> }
  /** Days that are forecast. */
  daysToCome: number
  likely: RegisterValues<Wh>
  low: RegisterValues<Wh>
  high: RegisterValues<Wh>
  /** The highest of the days that are known and of those that the others are forecast from. */
  maxDemand: Watt
}

export const WEEKS = 4
const WEEK_DAYS = 7
/** Keeps the weekday. */
const YEAR_DAYS = 52 * WEEK_DAYS
const NOTHING = registerValues([wh(0n), wh(0n), wh(0n), wh(0n), wh(0n)])

/** Null if nothing known says anything about one of the days to come. Public holidays count as their weekday. */
export function forecastUse({ dates, known }: ForecastInput): UseForecast | null {
  const byDate = new Map(known.map((day) => [day.day, day]))
  const past = dates.flatMap((date) => byDate.get(date) ?? [])
  const toCome = dates.filter((date) => !byDate.has(date))
  const newest = known.reduce((latest, { day }) => (day > latest ? day : latest), '')
  const models = toCome.map((date) => modelsOf(date, newest, byDate))
  if (models.some((weeks) => weeks.length === 0)) return null
  const soFar = sumOf(past)
  const scenarios = Array.from({ length: WEEKS }, (_, week) =>
    sumOf([...past, ...models.flatMap((weeks) => weeks[week % weeks.length] ?? [])]),
  ).sort((a, b) => (sumWh(a) < sumWh(b) ? -1 : 1))
  return {
    soFar: { days: past.length, registers: soFar },
    daysToCome: toCome.length,
    likely: meanOf(scenarios),
    low: scenarios[0] ?? soFar,
    high: scenarios.at(-1) ?? soFar,
    maxDemand: highestOf([...past, ...models.flat()]),
  }
}

/** The same weekday in the last weeks that are known, the latest first; without any, that of a year before. */
function modelsOf(date: LocalDate, newest: LocalDate, byDate: ReadonlyMap<LocalDate, KnownDay>): KnownDay[] {
  if (newest === '') return []
  const away = Math.max(1, Math.ceil(daysBetween({ from: newest, to: date }) / WEEK_DAYS))
  const weeks = Array.from({ length: WEEKS }, (_, week) => addDays(date, -WEEK_DAYS * (away + week)))
  const recent = weeks.flatMap((day) => byDate.get(day) ?? [])
  if (recent.length > 0) return recent
  const yearBefore = byDate.get(addDays(date, -YEAR_DAYS))
  return yearBefore ? [yearBefore] : []
}

function sumOf(days: readonly Pick<KnownDay, 'registers'>[]): RegisterValues<Wh> {
  return days.reduce<RegisterValues<Wh>>(
    (sum, { registers }) => mapRegisters(sum, (energy, index) => wh(energy + (registers[index] ?? 0n))),
    NOTHING,
  )
}

/** Rounded down, register by register. */
function meanOf(scenarios: readonly RegisterValues<Wh>[]): RegisterValues<Wh> {
  const count = BigInt(scenarios.length)
  const sum = sumOf(scenarios.map((registers) => ({ registers })))
  return mapRegisters(sum, (energy) => wh(energy / count))
}

function highestOf(days: readonly KnownDay[]): Watt {
  return watt(days.reduce<bigint>((most, { maxDemand }) => (maxDemand > most ? maxDemand : most), 0n))
}
