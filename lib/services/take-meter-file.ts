/** A meter file as it comes from an operator, by whatever doorway: how it is to be read, and then its import. */
import type { ImportOutcome } from '@/lib/db/write/imports'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { env } from '@/lib/env'
import type { CsvMapping } from '@/lib/formats/csv/mapping'
import { CSV_PRESETS, presetMapping } from '@/lib/formats/csv/presets'
import type { MeterFileReader } from '@/lib/formats/meter-file'
import { readMeterFile } from '@/lib/formats/read-meter-file'
import { importMeterFile, type ImportOrder } from './import-meter-file'
import { savedMappings } from './saved-mappings'

export interface FileOrder extends Omit<ImportOrder, 'read'> {
  /** How to read a delimited file: a mapping, or the name of one the operator saved or of a known shape. */
  mapping?: string | CsvMapping | undefined
  /** When telegrams that carry no time were read, UTC seconds. */
  at?: number | undefined
}

/** Reads it here and now. */
export async function takeMeterFile({ mapping, at, ...order }: FileOrder): Promise<Decision<ImportOutcome>> {
  const chosen = await chosenMapping(order.operator, mapping)
  if (!chosen.ok) return chosen
  return importMeterFile({ ...order, read: readerFor({ mapping: chosen.value, at }) })
}

export function readerFor({
  mapping,
  at,
}: {
  mapping: CsvMapping | undefined
  at: number | undefined
}): MeterFileReader {
  const options = { zone: env.marketTimeZone, ...(mapping && { mapping }), ...(at !== undefined && { at }) }
  return (file) => readMeterFile(file, options)
}

type Chosen = Decision<CsvMapping | undefined>

export async function chosenMapping(operator: string, mapping: FileOrder['mapping']): Promise<Chosen> {
  return typeof mapping === 'string' ? namedMapping(operator, mapping) : ok(mapping)
}

/** What an operator saved itself comes before a known shape of the same name. */
async function namedMapping(operator: string, name: string): Promise<Decision<CsvMapping>> {
  const saved = (await savedMappings({ address: operator })).find((one) => one.name === name)
  if (saved) return ok(saved.mapping)
  if (CSV_PRESETS.some(({ id }) => id === name)) return ok(presetMapping(name, env.marketTimeZone))
  return refuse('MappingUnknown', { name })
}
