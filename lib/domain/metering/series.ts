/** One year of real hourly energy, replayed on any later date. */
import type { Wh } from '@/lib/domain/units/units'
import { addDays, daysBetween, hoursOf, type LocalDate, type LocalHour } from '@/lib/domain/metering/calendar'

/** Whole local days from `start`, 24 wall-clock hours each, at least 364 of them. Both lists have the same length. */
export type HourlySeries = { start: LocalDate; importWh: readonly Wh[]; exportWh: readonly Wh[] }

/** The 24 wall-clock hours of one day, and the day they were measured on. */
export type DayEnergy = { sourceDate: LocalDate; importWh: readonly Wh[]; exportWh: readonly Wh[] }

export type MeteredHour = LocalHour & { importWh: Wh; exportWh: Wh }

/** 52 weeks: the longest whole number of weeks that fits in a year, so weekdays stay and seasons nearly do. */
const REPLAY_DAYS = 364
const HOURS_PER_DAY = 24

/**
 * The measured day that stands for `date`: `date` itself, or the latest day in the series that lies a multiple of
 * 364 days before it. The season drifts by 1¼ days for every year since the measurement.
 */
export function sourceDateOf(series: HourlySeries, date: LocalDate): LocalDate {
  const days = series.importWh.length / HOURS_PER_DAY
  if (days < REPLAY_DAYS || !Number.isInteger(days) || series.exportWh.length !== series.importWh.length) {
    throw new RangeError('a series holds whole days, 364 or more, with as many exports as imports')
  }
  const sinceStart = daysBetween({ from: series.start, to: date })
  if (sinceStart < 0) throw new RangeError(`${date} is before the series, which starts ${series.start}`)
  const repeats = Math.ceil(Math.max(0, sinceStart - (days - 1)) / REPLAY_DAYS)
  return addDays(date, -repeats * REPLAY_DAYS)
}

export function shiftedDay(series: HourlySeries, date: LocalDate): DayEnergy {
  const sourceDate = sourceDateOf(series, date)
  const first = daysBetween({ from: series.start, to: sourceDate }) * HOURS_PER_DAY
  return {
    sourceDate,
    importWh: series.importWh.slice(first, first + HOURS_PER_DAY),
    exportWh: series.exportWh.slice(first, first + HOURS_PER_DAY),
  }
}

/**
 * What a meter in this market measures on `date`, hour by hour. On the day the clocks go forward the skipped hour's
 * energy is left out; on the day they go back the repeated hour is used twice.
 */
export function meteredHours(series: HourlySeries, date: LocalDate, timeZone: string): MeteredHour[] {
  const day = shiftedDay(series, date)
  return hoursOf(date, timeZone).map((local) => {
    const importWh = day.importWh[local.hour]
    const exportWh = day.exportWh[local.hour]
    if (importWh === undefined || exportWh === undefined) throw new RangeError(`no hour ${local.hour} on ${date}`)
    return { ...local, importWh, exportWh }
  })
}
