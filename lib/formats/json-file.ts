/** A JSON document checked against its schema, or refused with every place that is wrong. */
import type { z } from 'zod'
import { Refused } from '@/lib/domain/refused'

const MOST_ISSUES = 8

export function parseDocument<Schema extends z.ZodType>(schema: Schema, text: string, file: string): z.output<Schema> {
  const parsed = schema.safeParse(json(text, file))
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the document'} ${message}`)
  throw invalid(file, issues.slice(0, MOST_ISSUES).join('; '))
}

export function invalid(file: string, what: string): Refused {
  return new Refused('DocumentInvalid', { what, todo: 'The form of each file: npm run -s replay -- --schema', file })
}

function json(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw invalid(file, `it is not JSON (${error instanceof Error ? error.message : String(error)})`)
  }
}
