/** The measured years in prisma/seed-data, as the seed and the simulated meters read them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HourlySeries } from '@/lib/domain/metering/series'
import { parseSeries } from '@/lib/formats/series-file'

export type ConsumerKind = 'industrial' | 'household'

/** One entry of sources.json. */
export type SeriesSource = {
  key: string
  kind: ConsumerKind
  title: string
  file: string
  origin: string
  originFiles: string[]
  timeZone: string
  start: string
  days: number
  /** Whole Wh of the year and of its largest hour, as decimal strings. */
  importWh: string
  exportWh: string
  peakHourWh: string
  /** Hours (YYYY-MM-DDTHH, wall clock) filled with the same hour seven days earlier. */
  substituted: string[]
}

/** Every program of this project runs in its root; a bundler takes any other way of naming a file for a part of the program. */
function pathOf(file: string): string {
  return join(process.cwd(), 'prisma', 'seed-data', file)
}

export async function listSeries(): Promise<SeriesSource[]> {
  return JSON.parse(await readFile(pathOf('sources.json'), 'utf8')) as SeriesSource[]
}

export async function readSeries(source: Pick<SeriesSource, 'file'>): Promise<HourlySeries> {
  return parseSeries(await readFile(pathOf(source.file), 'utf8'))
}
