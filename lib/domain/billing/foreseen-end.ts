/** The last bill of an agreement that is going to be cut, before its months have been metered. */
import type { Calendar } from '../agreements/cut-term'
import { MONTHS } from '../agreements/terms'
import { datesIn, type LocalDate } from '../metering/calendar'
import { forecastUse, type DayOfUse, type UseForecast } from '../metering/forecast-use'
import { sumWh } from '../metering/register-values'
import { micro, wh, type Micro, type Wh } from '../units/units'
import { prorated } from '../agreements/proration'
import type { Year } from './annual'
import type { Bill } from './bill'
import { foreseenBill, foreseenClosing, type ForeseenMonth, type ForeseenTerms } from './foreseen'

export interface EndFacts {
  terms: ForeseenTerms
  /** Of each month, counted from the start and repeated. */
  contracted: readonly Wh[]
  settledUntil: number
  /** Settled so far. */
  periods: number
  endsAt: number
  exitFee: Micro
  calendar: Calendar
  /** What the bills of the open contract year add up to. */
  year: Year
  /** As far as they are measured, and the days that a forecast of the others rests on. */
  days: readonly DayOfUse[]
  localDate: (instant: number) => LocalDate
}

export interface ForeseenEnd {
  bill: Bill
  start: number
  end: number
  use: UseForecast
}

/** Null where nothing is known of how the meter is used. */
export function foreseenEnd(facts: EndFacts): ForeseenEnd | null {
  const { terms, contracted, endsAt, exitFee, calendar, days, localDate } = facts
  let before = facts.year
  let start = facts.settledUntil
  for (let index = facts.periods; start < endsAt; index++) {
    const from = start
    const period = calendar.find((each) => each.start <= from && from < each.end)
    if (!period) return null
    const end = Math.min(period.end, endsAt)
    const dates = datesIn({ from: localDate(start), to: localDate(end) })
    const use = forecastUse({ dates, known: days })
    if (!use) return null
    const { likely: registers, maxDemand } = use
    const month = { contracted: contracted[index % MONTHS] ?? wh(0n), registers, maxDemand }
    const span = { elapsed: end - start, whole: period.end - period.start }
    if (end === endsAt) return { bill: foreseenClosing(terms, month, { span, exitFee, before }), start, end, use }
    const bill = foreseenBill(terms, month, { span })
    before = (index + 1) % MONTHS === 0 ? NEW_YEAR : plus(before, { ...month, contracted: billed(month, span) }, bill)
    start = end
  }
  return null
}

const NEW_YEAR: Year = { contracted: wh(0n), used: wh(0n), charged: micro(0n) }

function billed({ contracted }: { contracted: Wh }, { elapsed, whole }: { elapsed: number; whole: number }): Wh {
  return prorated(contracted, elapsed, whole)
}

function plus(year: Year, { contracted, registers }: Pick<ForeseenMonth, 'contracted' | 'registers'>, bill: Bill) {
  return {
    contracted: wh(year.contracted + contracted),
    used: wh(year.used + sumWh(registers)),
    charged: micro(year.charged + bill.total),
  }
}
