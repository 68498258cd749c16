/** Mappings of files that programs and grid companies really give out. Data: add a shape without touching code. */
import { z } from 'zod'
import { csvMappingSchema, type CsvMapping } from './mapping'
import shipped from './presets.json'

export interface CsvPreset {
  id: string
  /** Whose file it is, as they call it. */
  name: string
  /** Cells that a header of this shape has: one of these lists. None: the shape is told from its numbers. */
  headers: string[][]
}

const presetSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  headers: z.array(z.array(z.string())),
  mapping: z.record(z.string(), z.unknown()),
})

const presets = z.array(presetSchema).parse(shipped)

export const CSV_PRESETS: readonly CsvPreset[] = presets.map(({ id, name, headers }) => ({ id, name, headers }))

/** A file that does not say its zone keeps that of the connection. */
export function presetMapping(id: string, zone: string): CsvMapping {
  const preset = presets.find((each) => each.id === id)
  if (!preset) throw new RangeError(`there is no preset ${id}`)
  return csvMappingSchema.parse({ zone, ...preset.mapping })
}
