/** What a replayed plan line needs to know, and what it charges. */
import type { LocalTime } from '../metering/local-clock'
import type { PlanLine } from '../offers/plan'
import type { LineQuote } from './replay-quote'
import { signedMicro, type SignedMicro, type Wh } from '../units/units'
import type { LineKind, Payee } from './lines'

export interface ReplayedInterval {
  start: number
  seconds: number
  time: LocalTime
  importWh: bigint
  exportWh: bigint
}

/** One local calendar month as far as the intervals cover it. */
export interface ReplayedMonth {
  /** YYYY-MM. */
  id: string
  year: number
  /** Seconds the intervals cover, and seconds of the whole month: the same unless supply began or ended within it. */
  elapsed: number
  whole: number
  /** First instant that was covered, and the whole month's bounds. */
  start: number
  end: number
  /** Local dates with at least one interval. */
  days: number
  daysInYear: number
  importWh: Wh
  exportWh: Wh
}

export type Unit = 'Wh' | 'W' | 'days' | 'months' | 'µ'

/** Part of a line at one price, for people: period, tier or register. */
export interface ReplayRow {
  label: string
  quantity: bigint
  price: bigint
}

export interface ReplayLine {
  name: string
  kind: PlanLine['kind'] | LineKind
  /** Who a market line is paid to; null for the lines of a plan without market rules. */
  payee: Payee | null
  quantity: bigint
  unit: Unit
  /** A PlanPrice, or billionths of a tax rate; null if the line has no single price. */
  price: bigint | null
  rows: readonly ReplayRow[]
  /** Below zero: a credit. */
  amount: SignedMicro
}

/** A line before its one rounding. `cost` × 1 / `divisor` is the exact amount in Micro. */
export interface ExactLine extends Omit<ReplayLine, 'amount' | 'payee'> {
  cost: bigint
  divisor: bigint
  /** The same cost as a price formula of the market computes it; null if none does. */
  quote: LineQuote | null
}

/**
 * The one rounding of a line: towards zero, so whoever pays keeps the dust, the customer of a charge and the retailer of
 * a credit. BigInt division rounds towards zero.
 */
export function rounded({ cost, divisor }: Pick<ExactLine, 'cost' | 'divisor'>): SignedMicro {
  return signedMicro(cost / divisor)
}

export function replayLine(line: ExactLine): ReplayLine {
  const { name, kind, quantity, unit, price, rows } = line
  return { name, kind, payee: null, quantity, unit, price, rows, amount: rounded(line) }
}
