/** How sure a number is: a flag, and for estimates and substitutes two digits that name the method. */
import type { ReadQuality } from '@/lib/domain/metering/read'

const FLAG = /^(?:[ANV]|[EFS]\d{0,2})$/

/** N: there is no number. V: it varies within the day. */
export type NemQuality = ReadQuality | 'N' | 'V'

const MEANINGS: Record<string, NemQuality> = {
  A: 'Measured',
  E: 'Estimated',
  // A substitute may still change (S), or is final (F).
  S: 'Substituted',
  F: 'Substituted',
  N: 'N',
  V: 'V',
}

/** Undefined for what is no flag. */
export function nemQuality(text: string): NemQuality | undefined {
  return FLAG.test(text) ? MEANINGS[text.charAt(0)] : undefined
}
