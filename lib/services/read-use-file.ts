/** Reads a meter file into days of use, where it is: in a browser as well as on a server. Nothing is kept or sent. */
import { addDays, localDateOf, type LocalDate } from '@/lib/domain/metering/calendar'
import { DaysTaken } from '@/lib/domain/metering/days-taken'
import type { FileFault } from '@/lib/domain/metering/file-fault'
import { FileUse, type MeterUse } from '@/lib/domain/metering/file-use'
import { csvMappingSchema } from '@/lib/formats/csv/mapping'
import { MOST_FAULTS } from '@/lib/formats/file-report'
import type { MeterFormat } from '@/lib/formats/meter-file'
import { readMeterFile } from '@/lib/formats/read-meter-file'
import { BYTES_SEEN } from '@/lib/formats/detect'
import { lookAtFile, type CsvLook } from './look-at-file'

/** As imports have it. */
const FIRST_DAY: LocalDate = '2000-01-01'
const MEBIBYTE = 1024 * 1024
/** What a browser on a phone can hold as days: decades of one meter, a year of hundreds. */
const MOST_BYTES = 256 * MEBIBYTE
const MOST_REMARKS = 50

export interface UseFileOrder {
  file: Blob & { name: string }
  /** How to read a table of unknown shape; not checked yet. */
  mapping?: unknown
  timeZone: string
  /** UTC seconds. */
  now: number
  signal?: AbortSignal
  onBytes?: (read: number) => void
}

export interface UseFileRead {
  format: MeterFormat | 'zip' | null
  faults: FileFault[]
  remarks: FileFault[]
  /** None if there is a fault. */
  meters: MeterUse[]
  /** A table whose columns nobody has explained yet. */
  unclear: CsvLook | null
}

export async function readUseFile(order: UseFileOrder): Promise<UseFileRead> {
  const { file, timeZone, now } = order
  if (file.size > MOST_BYTES) return refused(null, 'FileTooLarge', { mebibytes: MOST_BYTES / MEBIBYTE })
  const look = lookAtFile(await firstOf(file), { name: file.name, zone: timeZone })
  const { format } = look
  const told = order.mapping === undefined ? undefined : csvMappingSchema.safeParse(order.mapping)
  if (told && !told.success) return refused(format, 'CsvMappingNeeded')
  const mapping = told?.data
  if (look.refused !== null) return refused(format, look.refused)
  if (look.csv && !look.csv.known && !mapping) return { format, faults: [], remarks: [], meters: [], unclear: look.csv }
  const taken = new DaysTaken(FIRST_DAY, addDays(localDateOf(now, timeZone), 2), timeZone)
  const use = new FileUse(taken, timeZone)
  const options = { zone: timeZone, at: now, ...(mapping && { mapping }) }
  const faults: FileFault[] = []
  const remarks: FileFault[] = []
  for await (const item of readMeterFile({ name: file.name, bytes: bytesOf(order) }, options)) {
    if (item.kind === 'intervals') faults.push(...use.add(item).map(({ about }) => about))
    else if (item.kind === 'reading') faults.push(...use.addReading(item).map(({ about }) => about))
    else (item.kind === 'fault' ? faults : remarks).push(item.about)
    if (faults.length >= MOST_FAULTS) break
  }
  const meters = faults.length > 0 ? [] : use.meters()
  if (faults.length === 0 && meters.length === 0) return refused(format, 'NothingFound')
  return { format, faults, remarks: remarks.slice(0, MOST_REMARKS), meters, unclear: null }
}

function refused(format: UseFileRead['format'], name: string, facts: FileFault['facts'] = {}): UseFileRead {
  return { format, faults: [{ name, facts, line: null }], remarks: [], meters: [], unclear: null }
}

async function firstOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, BYTES_SEEN).arrayBuffer())
}

async function* bytesOf({ file, signal, onBytes }: UseFileOrder): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  let read = 0
  try {
    for (;;) {
      signal?.throwIfAborted()
      const { done, value } = await reader.read()
      if (done) return
      read += value.length
      onBytes?.(read)
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
