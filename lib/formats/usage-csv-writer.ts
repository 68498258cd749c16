/** Energy of a meter as a CSV file, in pieces: what a spreadsheet and this project's own reader (usage-file.ts) understand. */
import { dayBounds } from '@/lib/domain/metering/calendar'
import { localClock, type LocalClock } from '@/lib/domain/metering/local-clock'
import { WHOLE_DAY_MINUTES, type MeterDay } from '@/lib/domain/metering/meter-day'
import { WH_PER_KWH, type Wh } from '@/lib/domain/units/units'
import { csvCell } from './csv-cell'

export interface UsageCsv {
  /** In order of time. */
  days: AsyncIterable<MeterDay> | Iterable<MeterDay>
  timeZone: string
  unit: 'wh' | 'kwh'
  /** As its owner calls it. */
  meter: string
}

export async function* writeUsageCsv({ days, timeZone, unit, meter }: UsageCsv): AsyncGenerator<string> {
  yield `start,import_${unit},export_${unit},quality,meter\r\n`
  const [clock, name] = [localClock(timeZone), csvCell(meter)]
  const written = unit === 'wh' ? String : inKwh
  for await (const day of days) {
    const { start } = dayBounds(day.day, timeZone)
    // A day that is one interval has one row, whatever its length.
    const seconds = day.minutes === WHOLE_DAY_MINUTES ? 0 : day.minutes * 60
    const rows = day.qualities.map((quality, index) => {
      const time = timeWithOffset(start + index * seconds, clock)
      // An empty cell is no number: neither a person nor a program takes it for a measured zero.
      const [taken, given] = [day.importWh, day.exportWh].map((energy) =>
        quality === 'Missing' ? '' : written(energy[index] as Wh),
      )
      return `${time},${taken},${given},${quality},${name}\r\n`
    })
    yield rows.join('')
  }
}

function inKwh(energy: Wh): string {
  return `${energy / WH_PER_KWH}.${String(energy % WH_PER_KWH).padStart(3, '0')}`
}

/** 2026-01-31T23:30+08:00: the wall clock, and the instant. */
function timeWithOffset(utc: number, clock: LocalClock): string {
  const { year, month, day, dayNumber, minute } = clock(utc)
  const two = (number: number) => String(number).padStart(2, '0')
  const offset = Math.round((dayNumber * 86_400 + minute * 60 - utc) / 60)
  const [sign, size] = [offset < 0 ? '-' : '+', Math.abs(offset)]
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  return `${date}T${time}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
