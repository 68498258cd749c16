/** The part of a run of intervals that lies in the chosen months. */
import { monthBounds } from '@/lib/domain/metering/calendar'
import type { IntervalRun } from '@/lib/domain/metering/interval-run'
import { Refused } from '@/lib/domain/refused'

export interface Months {
  from: string | null
  to: string | null
  timeZone: string
}

export function chosenMonths(run: IntervalRun, { from, to, timeZone }: Months): IntervalRun & { first: number } {
  const bounds = (month: string) => {
    const [year, number] = month.split('-').map(Number) as [number, number]
    return monthBounds({ year, month: number }, timeZone)
  }
  const length = run.importWh.length
  const place = (instant: number) => Math.min(length, Math.max(0, Math.ceil((instant - run.start) / run.seconds)))
  const first = from === null ? 0 : place(bounds(from).start)
  const end = to === null ? length : place(bounds(to).end)
  const last = run.start + length * run.seconds
  const uncovered = (from !== null && run.start > bounds(from).start) || (to !== null && last < bounds(to).end)
  if (end <= first || uncovered) {
    const what = `the usage file does not cover all months from ${from ?? 'its start'} to ${to ?? 'its end'}`
    throw new Refused('MonthsMissing', { what, todo: 'Choose months that it covers.' })
  }
  const { seconds, importWh, exportWh } = run
  const start = run.start + first * seconds
  return { start, seconds, importWh: importWh.subarray(first, end), exportWh: exportWh.subarray(first, end), first }
}
