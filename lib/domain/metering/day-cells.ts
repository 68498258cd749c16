/** Meter-days laid out interval by interval, to be worked on across midnight, and put together again. */
import type { LocalDate } from './calendar'
import type { IntervalQuality, MeterDay } from './meter-day'
import { slotsOf, type Slot } from './slots'
import type { Wh } from '../units/units'

export interface Cell extends Slot {
  day: LocalDate
  minutes: number
  importWh: Wh
  exportWh: Wh
  quality: IntervalQuality
}

/** In order of time, if the days are. */
export function cellsOf(days: readonly MeterDay[], timeZone: string): Cell[] {
  return days.flatMap(({ day, minutes, importWh, exportWh, qualities }) => {
    const slots = slotsOf({ day, minutes }, timeZone)
    if ([importWh, exportWh, qualities].some(({ length }) => length !== slots.length))
      throw new RangeError(`${day} has ${slots.length} intervals of ${minutes} minutes, not ${importWh.length}`)
    return slots.map((slot, index) => ({
      ...slot,
      day,
      minutes,
      importWh: importWh[index] as Wh,
      exportWh: exportWh[index] as Wh,
      quality: qualities[index] as IntervalQuality,
    }))
  })
}

export function daysOfCells(cells: readonly Cell[]): MeterDay[] {
  const byDay = new Map<LocalDate, Cell[]>()
  for (const cell of cells) {
    const same = byDay.get(cell.day)
    if (same) same.push(cell)
    else byDay.set(cell.day, [cell])
  }
  return [...byDay].map(([day, own]) => ({
    day,
    minutes: own[0]?.minutes ?? 0,
    importWh: own.map(({ importWh }) => importWh),
    exportWh: own.map(({ exportWh }) => exportWh),
    qualities: own.map(({ quality }) => quality),
  }))
}
