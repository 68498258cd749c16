/** The hours of a day as tariff registers count them, whatever the length of its intervals. */
import { hoursOf } from '@/lib/domain/metering/calendar'
import type { RegisteredHour } from '@/lib/domain/metering/intervals'
import { WHOLE_DAY_MINUTES, type MeterDay } from '@/lib/domain/metering/meter-day'
import { wh, type Wh } from '@/lib/domain/units/units'

const MINUTES_PER_HOUR = 60
const HOURS_PER_DAY = 24

type DayEnergy = Pick<MeterDay, 'day' | 'minutes' | 'importWh' | 'exportWh'>

/**
 * Each hour with what the wall clock shows in it. A day that is one interval is spread evenly: its hours are not known.
 * Only a day on which the clocks change needs the time zone, and the zone's rules take longest to ask.
 */
export function registeredHours({ day, minutes, importWh, exportWh }: DayEnergy, timeZone: string): RegisteredHour[] {
  const perHour = MINUTES_PER_HOUR / minutes
  const plain = minutes !== WHOLE_DAY_MINUTES && importWh.length === HOURS_PER_DAY * perHour
  const hours = plain ? null : hoursOf(day, timeZone).map(({ hour }) => hour)
  const count = hours?.length ?? HOURS_PER_DAY
  const inHours = (energy: readonly Wh[]) =>
    minutes === WHOLE_DAY_MINUTES ? spread(energy[0] ?? wh(0n), count) : gathered(energy, { perHour, count })
  const [imported, exported] = [inHours(importWh), inHours(exportWh)]
  const month = Number(day.slice(5, 7))
  return imported.map((energy, index) => ({
    month,
    hour: hours ? (hours[index] ?? HOURS_PER_DAY - 1) : index,
    importWh: energy,
    exportWh: exported[index] ?? wh(0n),
  }))
}

function gathered(energy: readonly Wh[], { perHour, count }: { perHour: number; count: number }): Wh[] {
  if (perHour === 1) return [...energy]
  return Array.from({ length: count }, (_, hour) => {
    let sum = 0n
    for (let index = hour * perHour; index < (hour + 1) * perHour; index++) sum += energy[index] ?? 0n
    return wh(sum)
  })
}

/** Whole Wh, whose sum is the day's. */
function spread(energy: Wh, count: number): Wh[] {
  const upTo = (hour: number) => (energy * BigInt(hour)) / BigInt(count)
  return Array.from({ length: count }, (_, hour) => wh(upTo(hour + 1) - upTo(hour)))
}
