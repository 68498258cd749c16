import type { Micro } from '@/lib/domain/units/units'
import { parseMoney } from '@/lib/format/parse-amount'

const DECIMALS = 6

export type AmountFault = 'malformed' | 'zero' | 'tooMuch'
export type ParsedAmount = { ok: true; value: Micro } | { ok: false; fault: AmountFault }

/** An amount to move, as typed. `most` is what there is; null while nobody knows. */
export function parseAmount(text: string, most: Micro | null): ParsedAmount {
  const value = parseMoney(text)
  if (value === null) return { ok: false, fault: 'malformed' }
  if (value === 0n) return { ok: false, fault: 'zero' }
  return most !== null && value > most ? { ok: false, fault: 'tooMuch' } : { ok: true, value }
}

/** An amount as it would be typed, with no more decimals than it needs. */
export function typedAmount(amount: Micro): string {
  const digits = amount.toString().padStart(DECIMALS + 1, '0')
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '')
  return digits.slice(0, -DECIMALS) + (fraction && `.${fraction}`)
}
