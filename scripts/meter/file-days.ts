/** A meter file as local days of the market: what was given, summed by direction over the channels of one meter. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { dayBounds, type LocalDate } from '@/lib/domain/metering/calendar'
import { worseQuality, type IntervalQuality, type MeterDay } from '@/lib/domain/metering/meter-day'
import { DaySplitter, type DayPart } from '@/lib/domain/metering/split-days'
import { Refused } from '@/lib/domain/refused'
import { wh, type Wh } from '@/lib/domain/units/units'
import type { CsvMapping } from '@/lib/formats/csv/mapping'
import type { IntervalBlock } from '@/lib/formats/meter-file'
import { readMeterFile } from '@/lib/formats/read-meter-file'

export interface FileWanted {
  file: string
  mapping: CsvMapping | null
  timeZone: string
  /** The local day on which the first interval is to lie; null: when it was measured. */
  start: LocalDate | null
  source: string | null
}

/** Days that the file has whole, in order. */
export async function fileDays(wanted: FileWanted): Promise<MeterDay[]> {
  const blocks = ofOneMeter(await blocksOf(wanted), wanted)
  const first = Math.min(...blocks.map(({ start }) => start))
  const shift = wanted.start === null ? 0 : dayBounds(wanted.start, wanted.timeZone).start - first
  const splitter = new DaySplitter(wanted.timeZone)
  const days = new Map<LocalDate, PartialDay>()
  for (const block of blocks) put(days, block, { splitter, shift, wanted })
  const channels = new Set(blocks.map(({ channel }) => channel)).size
  return [...days.values()]
    .filter(({ given }) => given.every((count) => count === channels))
    .map(({ day, minutes, importWh, exportWh, qualities }) => ({ day, minutes, importWh, exportWh, qualities }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

interface PartialDay extends MeterDay {
  importWh: Wh[]
  exportWh: Wh[]
  qualities: IntervalQuality[]
  /** How many channels have said something, by interval. */
  given: number[]
}

async function blocksOf({ file, mapping, timeZone }: FileWanted): Promise<IntervalBlock[]> {
  const blocks: IntervalBlock[] = []
  const options = mapping ? { mapping, zone: timeZone } : { zone: timeZone }
  for await (const item of readMeterFile({ name: basename(file), bytes: createReadStream(file) }, options)) {
    if (item.kind === 'fault') {
      const { name, facts, line } = item.about
      const where = line === null ? { file } : { file, line }
      throw new Refused(name, { what: JSON.stringify(facts), todo: 'Correct the file, or choose another.', ...where })
    }
    if (item.kind === 'intervals') blocks.push(item)
  }
  return blocks
}

function ofOneMeter(blocks: readonly IntervalBlock[], { file, source }: FileWanted): IntervalBlock[] {
  const meters = [...new Set(blocks.map(({ meter }) => meter))]
  const [only, other] = source === null ? meters : meters.filter((meter) => meter === source)
  if (only === undefined) {
    const what = source === null ? 'there are no intervals in it' : `it has no meter "${source}"`
    throw new Refused('FileWithoutIntervals', { what, todo: 'Choose another file or --source.', file })
  }
  if (other !== undefined) {
    const what = `it has several meters: ${meters.slice(0, 10).join(', ')}`
    throw new Refused('FileOfSeveralMeters', { what, todo: 'Choose one with --source.', file })
  }
  return blocks.filter(({ meter }) => meter === only)
}

interface Placing {
  splitter: DaySplitter
  shift: number
  wanted: FileWanted
}

function put(days: Map<LocalDate, PartialDay>, block: IntervalBlock, { splitter, shift, wanted }: Placing): void {
  const { start, seconds, energyWh, line } = block
  const parts = splitter.split({ start: start + shift, seconds, count: energyWh.length })
  const refused = (name: string, what: string) =>
    new Refused(name, { what, todo: 'Choose another --start or file.', file: wanted.file, line })
  if (typeof parts === 'string') throw refused(parts, `intervals of ${seconds} seconds do not fit the market's days`)
  for (const part of parts) {
    const day = days.get(part.day) ?? emptyDay(part)
    if (day.minutes !== part.minutes)
      throw refused('IntervalsDiffer', `${part.day} has intervals of ${day.minutes} and of ${part.minutes} minutes`)
    days.set(part.day, day)
    for (let index = 0; index < part.length; index++) add(day, part.first + index, block, part.from + index)
  }
}

function emptyDay({ day, minutes, count }: DayPart): PartialDay {
  const all = <Value>(value: Value) => Array.from({ length: count }, () => value)
  return { day, minutes, importWh: all(wh(0n)), exportWh: all(wh(0n)), qualities: all('Measured'), given: all(0) }
}

function add(day: PartialDay, at: number, { direction, energyWh, quality }: IntervalBlock, from: number): void {
  const energies = direction === 'import' ? day.importWh : day.exportWh
  energies[at] = wh((energies[at] ?? 0n) + (energyWh[from] ?? 0n))
  const known = typeof quality === 'string' ? quality : (quality[from] ?? 'Measured')
  day.qualities[at] = worseQuality(day.qualities[at] ?? 'Measured', known)
  day.given[at] = (day.given[at] ?? 0) + 1
}
