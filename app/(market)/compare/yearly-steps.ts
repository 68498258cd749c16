/** From a quarter to four times what is typical, in steps that feel even; the number itself can be anything. */
import { parseDecimal } from '@/lib/format/parse-amount'

export const STEPS = 40
const TIMES = 4
export const MOST_KWH = 1_000_000_000

export function kwhOf(step: number, typicalKwh: number): number {
  const kwh = typicalKwh * TIMES ** ((2 * step) / STEPS - 1)
  return Math.max(1, Number(kwh.toPrecision(3)))
}

/** The nearest step; the ends for what lies beyond. */
export function stepOf(kwh: number, typicalKwh: number): number {
  const step = ((Math.log(kwh / typicalKwh) / Math.log(TIMES) + 1) * STEPS) / 2
  return Math.min(STEPS, Math.max(0, Math.round(step)))
}

/** Whole kWh from 1 to the most; null if it is none. */
export function parseYearlyKwh(text: string): number | null {
  const kwh = parseDecimal(text.replace(/,(?=\d{3}\b)/g, ''), 0)
  return kwh === null || kwh <= 0n || kwh > BigInt(MOST_KWH) ? null : Number(kwh)
}
