/** What people type and paste as contracted energy, in kWh. */
import { wh, type Watt, type Wh } from '@/lib/domain/units/units'
import { isAmbiguous, parseKwh } from '@/lib/format/parse-amount'
import { languageTag, type Locale } from '@/lib/format/locale'
import { possibleMonth } from '@/lib/domain/agreements/can-sign'

/** Wh. No month needs as much; the sum of any number of months still fits its width on chain. */
const TOO_MUCH = wh(1_000_000_000_000n)

export type PlanFault = 'missing' | 'malformed' | 'ambiguous' | 'tooMuch'
export type PlannedText = { ok: true; value: Wh } | { ok: false; fault: PlanFault }

/** The most a month may be planned at over a connection; null for one that nobody knows yet. */
export function mostPlanned(capacity: Watt | null): Wh {
  const possible = capacity === null ? TOO_MUCH : possibleMonth(capacity)
  return possible < TOO_MUCH ? wh(possible) : TOO_MUCH
}

export function readPlannedKwh(text: string, most: Wh): PlannedText {
  if (text.trim() === '') return { ok: false, fault: 'missing' }
  if (isAmbiguous(text)) return { ok: false, fault: 'ambiguous' }
  const value = parseKwh(text)
  if (value === null) return { ok: false, fault: 'malformed' }
  return value > most ? { ok: false, fault: 'tooMuch' } : { ok: true, value }
}

/** Null until every month can be read, and there is anything to supply at all. */
export function readPlan(texts: readonly string[], most: Wh): Wh[] | null {
  const read = texts.map((text) => readPlannedKwh(text, most))
  const plan = read.flatMap((month) => (month.ok ? [month.value] : []))
  return plan.length === texts.length && plan.some((energy) => energy > 0n) ? plan : null
}

/**
 * What was pasted, one text for each month: cells of a spreadsheet, or one number. Thousands are ungrouped as the reader's own
 * language groups them, and the field shows it, so that nobody plans 1.2 kWh for 1,200.
 */
export function pastedKwh(text: string, locale: Locale): string[] {
  const cells = text.replace(/[\r\n]+$/, '').split(/\r\n|[\r\n\t]/)
  return cells.map((cell) => ungrouped(cell.replace(/kwh/i, '').trim(), locale))
}

function ungrouped(text: string, locale: Locale): string {
  const parts = new Intl.NumberFormat(languageTag[locale]).formatToParts(1_234_567.5)
  const mark = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? ''
  const [group, decimal] = [mark('group'), mark('decimal')].map((sign) => `\\${sign}`)
  const typed = text.normalize('NFKC').replaceAll(/['’]/g, mark('group'))
  return new RegExp(`^\\d{1,3}(${group}\\d{3})+(${decimal}\\d+)?$`).test(typed)
    ? typed.replaceAll(mark('group'), '')
    : text
}
