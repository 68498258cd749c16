/** The two reads of a bill as a JSON column keeps them. */
import type { Read } from '@/lib/domain/metering/read'
import type { BillReads } from '@/lib/domain/settlement/revision'
import type { StoredJson } from '../client'
import type { Stored } from './json'
import { readFromJson } from './read'

export function billReadsFromJson(json: StoredJson): BillReads {
  const { opening, closing } = json as unknown as Stored<Record<keyof BillReads, Read>>
  const read = (stored: Stored<Read>) => readFromJson(stored as unknown as StoredJson)
  return { opening: read(opening), closing: read(closing) }
}
