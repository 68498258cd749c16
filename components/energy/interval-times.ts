import { dayBounds, wallClockAt } from '@/lib/domain/metering/calendar'
import { WHOLE_DAY_MINUTES, type MeterDay } from '@/lib/domain/metering/meter-day'

/** What the wall clock shows when each interval begins: "00:15". Where clocks go back an hour is there twice. */
export function intervalTimes({ day, minutes, importWh }: MeterDay, timeZone: string): string[] {
  const { start } = dayBounds(day, timeZone)
  if (minutes === WHOLE_DAY_MINUTES) return importWh.map(() => '00:00')
  return importWh.map((_, index) => {
    const { hour, minute } = wallClockAt(start + index * minutes * 60, timeZone)
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  })
}
