/** The twelve months that the demo market has behind it, and who used what in them. */
import { contractedProfile } from '@/lib/domain/agreements/contracted-energy'
import { datesOf, localDateOf, nextMonth, type LocalDate, type MonthOfYear } from '@/lib/domain/metering/calendar'
import { shiftedDay, type HourlySeries } from '@/lib/domain/metering/series'
import { consecutivePeriods, type Period } from '@/lib/domain/settlement/period'
import { wh, type Wh } from '@/lib/domain/units/units'
import { listSeries, readSeries, type SeriesSource } from '@/lib/formats/measured-years'

const MONTHS = 12
/** How far ahead the exchange has published the market calendar. */
const PERIODS_AHEAD = 48

export type SeedConsumer = {
  source: SeriesSource
  series: HourlySeries
  contracted: Wh[]
}

export type SeedYear = {
  timeZone: string
  now: number
  /** When the chain of the demo begins: thirteen months before now. */
  chainStart: number
  /** The twelve settled periods, then the current one and those to come. */
  periods: Period[]
  consumers: SeedConsumer[]
}

/** Twelve whole months that end with the start of the current one. */
export async function planYear(now: number, timeZone: string): Promise<SeedYear> {
  const [year = 0, month = 0] = localDateOf(now, timeZone).split('-').map(Number)
  const first: MonthOfYear = { year: year - 1, month }
  const periods = consecutivePeriods(first, MONTHS + PERIODS_AHEAD, timeZone)
  const sources = await listSeries()
  const series = await Promise.all(sources.map(readSeries))
  const used = series.map((one) => monthlyTotals(one, first))
  const consumers = sources.map((source, index) => {
    const kin = sources.flatMap((other, position) => (other.kind === source.kind ? [position] : []))
    const contracted = contractedProfile(
      kin.map((position) => used[position] ?? []),
      kin.indexOf(index),
    )
    return { source, series: series[index]!, contracted }
  })
  return { timeZone, now, chainStart: thirteenMonthsBefore(now), periods, consumers }
}

/** Energy taken from the grid in each of the twelve months. */
function monthlyTotals(series: HourlySeries, first: MonthOfYear): Wh[] {
  const totals: Wh[] = []
  for (let month = first; totals.length < MONTHS; month = nextMonth(month)) {
    totals.push(wh(datesOf(month).reduce((total, date) => total + importOf(series, date), 0n)))
  }
  return totals
}

function importOf(series: HourlySeries, date: LocalDate): bigint {
  return shiftedDay(series, date).importWh.reduce<bigint>((total, hour) => total + hour, 0n)
}

/** On a day that the month does not have, the month's last: 31 March goes back to 28 February. */
export function thirteenMonthsBefore(now: number): number {
  const date = new Date(now * 1000)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - 13)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay))
  return Math.floor(date.getTime() / 1000)
}
