/** A signed read as the API takes it: whole numbers as decimal strings. */
import type { SignedRead } from './sign-reads'

export function codeText(signed: SignedRead): string {
  return JSON.stringify(signed, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
}
