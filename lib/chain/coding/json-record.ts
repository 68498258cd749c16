/** What both kinds of file, of a bill and of a proof, are read with. */
import type { z } from 'zod'

/** Null where the text is no JSON, or something else than an object. */
export function jsonRecord(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Where and what: "day.importWh.3: is not a whole number of Wh in quotes". */
export function firstFault({ issues: [first] }: z.ZodError): string {
  return first ? [first.path.join('.'), first.message].filter(Boolean).join(': ') : ''
}
