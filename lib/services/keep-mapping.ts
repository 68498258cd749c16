/** Keeps how an operator's files are to be read, under a name. */
import { saveCsvMapping } from '@/lib/db/write/csv-mappings'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { csvMappingSchema } from '@/lib/formats/csv/mapping'

const LONGEST_NAME = 80

export async function keepMapping(owner: string, given: { name: string; mapping: unknown }): Promise<Decision<string>> {
  const name = given.name.trim().slice(0, LONGEST_NAME)
  const mapping = csvMappingSchema.safeParse(given.mapping)
  if (name === '' || !mapping.success) return refuse('RequestMalformed')
  const isKept = await saveCsvMapping({ owner, name, mapping: mapping.data })
  return isKept ? ok(name) : refuse('TooManyRequests')
}
