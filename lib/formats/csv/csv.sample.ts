/** Small files and what comes out of them. Used by tests only. */
import type { MeterFileItem } from '../meter-file'
import { inOrder, whole } from '../reading.sample'
import { csvMappingSchema, type CsvMappingInput } from './mapping'
import { readCsv } from './read-csv'

export const UTC_KWH: CsvMappingInput = {
  version: 1,
  time: { kind: 'stamp', column: 'time' },
  zone: 'UTC',
  channels: [{ channel: 'import', direction: 'import', unit: 'kWh', columns: ['kWh'] }],
}

export const at = (text: string) => Date.parse(text) / 1_000

export async function* inPieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

export async function itemsOf(
  text: string | Uint8Array,
  changes: Partial<CsvMappingInput> = {},
  size = 7,
): Promise<MeterFileItem[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const mapping = csvMappingSchema.parse({ ...UTC_KWH, ...changes })
  const items: MeterFileItem[] = []
  for await (const item of readCsv({ name: 'a.csv', bytes: inPieces(bytes, size) }, mapping)) items.push(item)
  // Whatever is said has its sentence, and all the facts it asks for.
  await whole(inOrder(items))
  return items
}

export interface Interval {
  at: number
  wh: bigint
  quality: string
}

/** The intervals of one channel in order of time, whatever the order of the blocks; days by the instant they start. */
export function intervalsOf(items: readonly MeterFileItem[], channel = 'import'): Interval[] {
  return items
    .flatMap((item) => (item.kind === 'intervals' && item.channel === channel ? [item] : []))
    .flatMap(({ start, seconds, energyWh, quality }) =>
      energyWh.map((wh, index) => ({
        at: start + index * seconds,
        wh,
        quality: typeof quality === 'string' ? quality : (quality[index] ?? ''),
      })),
    )
    .sort((a, b) => a.at - b.at)
}

/** Names and lines of faults, or of remarks. */
export function said(items: readonly MeterFileItem[], kind: 'fault' | 'remark'): string[] {
  return items.flatMap((item) => (item.kind === kind ? [`${item.about.name} ${item.about.line ?? '-'}`] : []))
}
