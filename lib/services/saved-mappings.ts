/** The mappings a person saved, checked again as they are loaded: what was sound when it was kept need not be today. */
import type { Viewer } from '@/lib/db/client'
import { csvMappingsOf } from '@/lib/db/read/csv-mappings'
import { csvMappingSchema, type CsvMapping } from '@/lib/formats/csv/mapping'

export interface SavedMapping {
  name: string
  mapping: CsvMapping
}

/** By name. One that cannot be used any more is not offered; saving another under its name replaces it. */
export async function savedMappings(viewer: Viewer): Promise<SavedMapping[]> {
  const kept = await csvMappingsOf(viewer)
  return kept.flatMap(({ name, mapping }) => {
    const parsed = csvMappingSchema.safeParse(mapping)
    return parsed.success ? [{ name, mapping: parsed.data }] : []
  })
}
