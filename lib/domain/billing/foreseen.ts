/** Bills of months that have not been metered yet, by the rules of bills. For reading before signing; bills come from the chain. */
import { prorated } from '../agreements/proration'
import { sumWh, type RegisterValues } from '../metering/register-values'
import { determinantsOf } from '../offers/determinants'
import { costOf, type Pricing } from '../offers/formulas/registry'
import type { Offer } from '../offers/offer'
import type { TariffTable } from '../tariffs/table'
import { micro, signedNano, wh, type Micro, type Watt, type Wh } from '../units/units'
import type { Year } from './annual'
import { close, draft, type Bill } from './bill'

/** What every month of an agreement has in common. */
export interface ForeseenTerms {
  offer: Offer
  pricing: Pricing
  /** The table in force: nobody knows the next ones yet. */
  table: TariffTable
  capacity: Watt
}

export interface ForeseenMonth {
  /** Of the whole month. */
  contracted: Wh
  registers: RegisterValues<Wh>
  maxDemand: Watt
}

export interface ForeseenPart {
  /** Seconds of the month that are billed, and of the whole month; left out, all of it. */
  span?: { elapsed: number; whole: number }
  exitFee?: Micro
}

export function foreseenBill(
  { offer, pricing, table, capacity }: ForeseenTerms,
  month: ForeseenMonth,
  { span, exitFee }: ForeseenPart = {},
): Bill {
  const { registers, maxDemand } = month
  const { elapsed, whole } = span ?? { elapsed: 1, whole: 1 }
  const contracted = prorated(month.contracted, elapsed, whole)
  // An offer that follows the index of each interval is foreseen at the mean of the month.
  const indexCost = signedNano(sumWh(registers) * table.index)
  const usage = determinantsOf({ registers, maxDemand, capacity, indexCost }, offer.deviation, table)
  const cost = costOf(pricing, span ? { ...usage, elapsed, whole } : usage)
  return draft(offer, table, { contracted, registers, cost, exitFee })
}

/** The bill that closes a contract year: on annual basis with the true-up over the months before it, which `before` adds up. */
export function foreseenClosing(
  terms: ForeseenTerms,
  month: ForeseenMonth,
  { span, exitFee = micro(0n), before }: ForeseenPart & { before: Year },
): Bill {
  const bill = foreseenBill(terms, month, { span, exitFee })
  if (terms.offer.deviation.ruleBasis === 'Monthly') return bill
  const { elapsed, whole } = span ?? { elapsed: 1, whole: 1 }
  const year = {
    contracted: wh(before.contracted + prorated(month.contracted, elapsed, whole)),
    used: wh(before.used + sumWh(month.registers)),
    charged: micro(before.charged + bill.total - exitFee),
  }
  return close(terms.offer, terms.table, year, bill)
}

/** What twelve months come to, everything included. */
export function foreseenYear(terms: ForeseenTerms, months: readonly ForeseenMonth[]): Micro {
  const before = { contracted: wh(0n), used: wh(0n), charged: micro(0n) }
  let total = micro(0n)
  for (const [index, month] of months.entries()) {
    const bill = index === months.length - 1 ? foreseenClosing(terms, month, { before }) : foreseenBill(terms, month)
    before.contracted = wh(before.contracted + month.contracted)
    before.used = wh(before.used + sumWh(month.registers))
    before.charged = micro(before.charged + bill.total)
    total = micro(total + bill.total)
  }
  return total
}
