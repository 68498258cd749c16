import { wh, type Wh } from '@/lib/domain/units/units'

/** What people type for a month, in kWh: digits, and up to three after a point or comma. */
const KWH = /^(\d{1,9})(?:[.,](\d{1,3}))?$/

/** Null if it is no amount of energy. Every Wh counts: nothing is rounded. */
export function parseKwh(text: string): Wh | null {
  const [, whole, fraction = ''] = KWH.exec(text.replace(/[\s\u202f]/g, '')) ?? []
  return whole === undefined ? null : wh(BigInt(whole + fraction.padEnd(3, '0')))
}

/** Energy as the field shows it: no grouping, no superfluous zeros. */
export function kwhText(energy: Wh): string {
  const fraction = (energy % 1000n).toString().padStart(3, '0').replace(/0+$/, '')
  return `${energy / 1000n}${fraction && `.${fraction}`}`
}
