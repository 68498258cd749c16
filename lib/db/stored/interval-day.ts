/** A meter-day as its row keeps it. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import { packDay, unpackDay } from '@/lib/domain/metering/intervals'
import {
  packQualities,
  unpackQualities,
  worstQuality,
  type IntervalQuality,
  type MeterDay,
} from '@/lib/domain/metering/meter-day'
import { sumWh } from '@/lib/domain/metering/register-values'
import type { Wh } from '@/lib/domain/units/units'

/** The columns that make a day what it is: two rows that are alike in them are the same. */
export interface PackedDay {
  minutes: number
  data: Uint8Array
  exportData: Uint8Array
  quality: IntervalQuality
  qualities: Uint8Array | null
}

export interface DayRow extends PackedDay {
  day: Date
}

export interface DaySums {
  importWh: Wh
  exportWh: Wh
}

export function packedDay({ minutes, importWh, exportWh, qualities }: Omit<MeterDay, 'day'>): PackedDay {
  return {
    minutes,
    data: packDay(importWh),
    exportData: packDay(exportWh),
    quality: worstQuality(qualities),
    qualities: packQualities(qualities),
  }
}

export function sumsOf({ importWh, exportWh }: Pick<MeterDay, 'importWh' | 'exportWh'>): DaySums {
  return { importWh: sumWh(importWh), exportWh: sumWh(exportWh) }
}

export function dayFromRow(row: DayRow): MeterDay {
  const importWh = unpackDay(row.data)
  return {
    day: dateOf(row.day),
    minutes: row.minutes,
    importWh,
    exportWh: unpackDay(row.exportData),
    qualities: unpackQualities(row.qualities, { quality: row.quality, count: importWh.length }),
  }
}

export function samePacked(a: PackedDay, b: PackedDay): boolean {
  return (
    a.minutes === b.minutes &&
    a.quality === b.quality &&
    Buffer.compare(a.data, b.data) === 0 &&
    Buffer.compare(a.exportData, b.exportData) === 0 &&
    sameBytes(a.qualities, b.qualities)
  )
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0
}

export function dateOf(day: Date): LocalDate {
  return day.toISOString().slice(0, 10)
}
