/** Meter-days for tests. */
import type { LocalDate } from './calendar'
import { intervalsIn, type IntervalQuality, type MeterDay } from './meter-day'
import { wh } from '../units/units'

export interface DayGiven {
  minutes?: number
  timeZone?: string
  /** Wh of every interval, or of each. */
  importWh?: number | readonly number[]
  exportWh?: number | readonly number[]
  quality?: IntervalQuality
  /** Intervals, by their place, that are missing. */
  missing?: readonly number[]
}

export function sampleDay(day: LocalDate, given: DayGiven = {}): MeterDay {
  const { minutes = 60, timeZone = 'Asia/Shanghai', importWh = 0, exportWh = 0, quality = 'Measured' } = given
  const places = Array.from({ length: intervalsIn(day, minutes, timeZone) }, (_, place) => place)
  const isMissing = (place: number) => given.missing?.includes(place) ?? quality === 'Missing'
  const energy = (value: number | readonly number[]) =>
    places.map((place) => wh(isMissing(place) ? 0n : BigInt(typeof value === 'number' ? value : (value[place] ?? 0))))
  return {
    day,
    minutes,
    importWh: energy(importWh),
    exportWh: energy(exportWh),
    qualities: places.map((place) => (isMissing(place) ? 'Missing' : quality)),
  }
}

export function sampleHistory(days: readonly MeterDay[]): Map<LocalDate, MeterDay> {
  return new Map(days.map((day) => [day.day, day]))
}

/** Places [from, to). */
export const places = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)
