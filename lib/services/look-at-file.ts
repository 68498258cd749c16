/** What a meter file seems to be, from its first bytes, and what a mapping would make of its first rows. Nothing is kept. */
import type { FileFault } from '@/lib/domain/metering/file-fault'
import type { ReadQuality } from '@/lib/domain/metering/read'
import type { Wh } from '@/lib/domain/units/units'
import { guessMapping } from '@/lib/formats/csv/guess'
import { csvMappingSchema, type CsvMapping, type CsvUnit } from '@/lib/formats/csv/mapping'
import { CSV_PRESETS } from '@/lib/formats/csv/presets'
import { readCsv } from '@/lib/formats/csv/read-csv'
import { sampleOf } from '@/lib/formats/csv/sample'
import { detect } from '@/lib/formats/detect'
import type { Direction, IntervalBlock, MeterFormat } from '@/lib/formats/meter-file'

export type { CsvMapping, CsvUnit }

const SHOWN_ROWS = 8
/** Enough to see a mapping's mistakes in. */
const SHOWN_INTERVALS = 8
const SHOWN_FAULTS = 3
const LINE_FEED = 0x0a

export interface FileLook {
  format: MeterFormat | 'zip' | null
  /** Why it can be no meter file; the sentence is `fileFaults.<name>`. */
  refused: string | null
  csv: CsvLook | null
}

export interface CsvLook {
  header: string[] | null
  rows: string[][]
  /** A proposal; null if no times were found. */
  mapping: CsvMapping | null
  /** The name of the known shape it has: nothing needs to be asked. */
  known: string | null
}

/** @param zone Of the connections, for files that do not state theirs. */
export function lookAtFile(first: Uint8Array, { name, zone }: { name: string; zone: string }): FileLook {
  const found = detect(first)
  if ('refused' in found) return { format: null, refused: found.refused, csv: null }
  if (found.format !== 'csv') return { format: found.format, refused: null, csv: null }
  const sample = sampleOf(first)
  if (!sample) return { format: 'csv', refused: 'CsvNoTimes', csv: null }
  const guess = guessMapping(first, { name, zone })
  const preset = guess?.isKnown ? CSV_PRESETS.find(({ id }) => id === guess.preset) : undefined
  const rows = sample.rows.slice(0, SHOWN_ROWS)
  const csv = { header: sample.header, rows, mapping: guess?.mapping ?? null, known: preset?.name ?? null }
  return { format: 'csv', refused: null, csv }
}

export interface MeantInterval {
  meter: string
  channel: string
  direction: Direction
  /** UTC seconds. */
  start: number
  seconds: number
  energyWh: Wh
  quality: ReadQuality
}

export interface MappingMeaning {
  intervals: MeantInterval[]
  faults: FileFault[]
  /** What is wrong with the mapping itself, in the words of its check. */
  problems: string[]
}

/** What the first rows would mean: an interval of each channel in turn. */
export async function meaningOf(first: Uint8Array, given: unknown, name: string): Promise<MappingMeaning> {
  const mapping = csvMappingSchema.safeParse(given)
  if (!mapping.success) {
    const problems = mapping.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
    return { intervals: [], faults: [], problems }
  }
  const channels = new Map<string, IntervalBlock[]>()
  const faults: FileFault[] = []
  for await (const item of readCsv({ name, bytes: once(wholeLines(first)) }, mapping.data)) {
    if (item.kind === 'fault') faults.push(item.about)
    if (item.kind === 'intervals') {
      const key = `${item.meter} ${item.channel} ${item.direction}`
      channels.set(key, [...(channels.get(key) ?? []), item])
    }
  }
  const byChannel = [...channels.values()].map((blocks) => blocks.flatMap(intervalsOf).slice(0, SHOWN_INTERVALS))
  const intervals = byChannel.flat().sort((a, b) => a.start - b.start)
  return { intervals: intervals.slice(0, SHOWN_INTERVALS * 2), faults: faults.slice(0, SHOWN_FAULTS), problems: [] }
}

function intervalsOf({ meter, channel, direction, start, seconds, energyWh, quality }: IntervalBlock): MeantInterval[] {
  return energyWh.map((energy, index) => ({
    ...{ meter, channel, direction, seconds, energyWh: energy },
    start: start + index * seconds,
    quality: typeof quality === 'string' ? quality : (quality[index] ?? 'Measured'),
  }))
}

/** The last line may have been cut. */
function wholeLines(first: Uint8Array): Uint8Array {
  const end = first.lastIndexOf(LINE_FEED)
  return end < 0 ? first : first.subarray(0, end + 1)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
