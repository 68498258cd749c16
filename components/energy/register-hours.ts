import type { Register, RegisterCalendar } from '@/lib/domain/metering/registers'

export interface HourWindow {
  from: number
  /** Not part of the window; at most 24. */
  to: number
}

const HOURS = 24

/** The hours of a day that count on a register in a month (1–12). A window that passes midnight is one window. */
export function hoursOfRegister(calendar: RegisterCalendar, register: Register, month: number): HourWindow[] {
  const day = calendar[month - 1] ?? []
  const windows: HourWindow[] = []
  for (let hour = 0; hour < HOURS; hour++) {
    if (day[hour] !== register) continue
    const last = windows.at(-1)
    if (last?.to === hour) last.to = hour + 1
    else windows.push({ from: hour, to: hour + 1 })
  }
  return joinOverMidnight(windows)
}

function joinOverMidnight(windows: HourWindow[]): HourWindow[] {
  const first = windows[0]
  const last = windows.at(-1)
  if (!first || !last || first === last || first.from !== 0 || last.to !== HOURS) return windows
  return [{ from: last.from, to: first.to }, ...windows.slice(1, -1)]
}

/** "23:00–02:00". */
export function windowText({ from, to }: HourWindow): string {
  return `${clock(from)}–${clock(to)}`
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
