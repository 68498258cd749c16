/** Facts as JSON columns keep them: every bigint a decimal string. */
import type { Json } from '../client'

/** PostgreSQL stores no NUL in text, and no half of a pair of surrogates; a name with one must not stop the follower. */
export function storableText(text: string): string {
  return Buffer.from(text.replaceAll('\0', '\uFFFD')).toString()
}

export function toJson(value: unknown): Json {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'string') return storableText(value)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined && part !== null)
    return Object.fromEntries(entries.map(([name, part]) => [name, toJson(part)]))
  }
  throw new TypeError(`no fact is a ${typeof value}`)
}

/** The same shape with decimal strings for bigints: what comes back from a JSON column. */
export type Stored<T> = T extends bigint
  ? string
  : T extends readonly unknown[]
    ? { [Index in keyof T]: Stored<T[Index]> }
    : T extends object
      ? { [Name in keyof T]: Stored<T[Name]> }
      : T
