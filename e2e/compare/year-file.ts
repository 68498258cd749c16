/** A measured year of a real home as a file that anybody could have downloaded, and the same hours for an independent sum. */
import { readFileSync } from 'node:fs'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Shanghai, all year. */
const AHEAD_MS = 8 * HOUR_MS
const REPLAY_DAYS = 364

export interface YearFile {
  text: string
  /** Each hour with what the clock on the wall shows in it. */
  hours: { month: number; hour: number; wh: number }[]
  totalKwh: number
}

/** The twelve whole months before this one, on the wall in Shanghai: milliseconds as if they were UTC. */
export function lastTwelveMonths(now: number): { from: number; to: number } {
  const wall = new Date(now + AHEAD_MS)
  const [year, month] = [wall.getUTCFullYear(), wall.getUTCMonth()]
  return { from: Date.UTC(year - 1, month, 1), to: Date.UTC(year, month, 1) }
}

export function yearFile(series: string, { from, to }: { from: number; to: number }): YearFile {
  const measured = new Map<string, number[]>()
  for (const line of readFileSync(new URL(`../../prisma/seed-data/${series}.csv`, import.meta.url), 'utf8').split(
    '\n',
  )) {
    const [date = '', direction, ...hours] = line.split(',')
    if (direction === 'import') measured.set(date, hours.map(Number))
  }
  const rows = ['start,import_kwh,export_kwh,quality,meter']
  const hours: YearFile['hours'] = []
  for (let at = from; at < to; at += HOUR_MS) {
    const wall = new Date(at)
    const wh = measuredAt(measured, at)[wall.getUTCHours()] ?? 0
    hours.push({ month: wall.getUTCMonth() + 1, hour: wall.getUTCHours(), wh })
    rows.push(`${wall.toISOString().slice(0, 16)}+08:00,${(wh / 1_000).toFixed(3)},0.000,Measured,my home`)
  }
  const totalKwh = hours.reduce((sum, { wh }) => sum + wh, 0) / 1_000
  return { text: `${rows.join('\r\n')}\r\n`, hours, totalKwh }
}

/** The measured day a multiple of 52 weeks earlier. */
function measuredAt(measured: ReadonlyMap<string, number[]>, at: number): number[] {
  for (let day = at; ; day -= REPLAY_DAYS * DAY_MS) {
    const found = measured.get(new Date(day).toISOString().slice(0, 10))
    if (found) return found
    if (day < 0) throw new Error('the series holds no such day')
  }
}
