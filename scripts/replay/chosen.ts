/** The months that --from and --to choose. */
import { monthBounds, type Bounds } from '@/lib/domain/metering/calendar'
import type { IntervalRun } from '@/lib/domain/metering/interval-run'
import { Refused } from '@/lib/domain/refused'
import { EVER } from '@/lib/formats/interval-file'

export interface Months {
  from: string | null
  to: string | null
}

export function chosenMonths({ from, to }: Months, timeZone: string): Bounds {
  const bounds = (month: string) => {
    const [year, number] = month.split('-').map(Number) as [number, number]
    return monthBounds({ year, month: number }, timeZone)
  }
  return { start: from === null ? EVER.start : bounds(from).start, end: to === null ? EVER.end : bounds(to).end }
}

/** Who names months wants all of them. */
export function requireCovered({ start, seconds, importWh }: IntervalRun, within: Bounds, file: string): void {
  const end = start + seconds * importWh.length
  if ((within.start === EVER.start || start === within.start) && (within.end === EVER.end || end === within.end)) return
  const shown = (utc: number) => new Date(utc * 1_000).toISOString()
  const what = `it covers ${shown(start)} to ${shown(end)}, and not all of the months from --from to --to`
  throw new Refused('MonthsMissing', { what, todo: 'Choose months that it covers.', file })
}
