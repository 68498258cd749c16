import { termEndOf } from '@/lib/domain/agreements/dates'
import { MONTHS } from '@/lib/domain/agreements/terms'
import { split } from '@/lib/domain/billing/deviation'
import { wallClockAt } from '@/lib/domain/metering/calendar'
import { sumWh, type RegisterValues } from '@/lib/domain/metering/register-values'
import type { DeviationClause } from '@/lib/domain/offers/offer'
import { consecutivePeriods } from '@/lib/domain/settlement/period'
import { wh, type Wh } from '@/lib/domain/units/units'

/** One month of an agreement: what was contracted, its band, and what was used once it is billed. */
export interface SupplyMonth {
  start: number
  end: number
  contracted: Wh
  lower: Wh
  upper: Wh
  used: Wh | null
}

export interface SuppliedAgreement {
  id: string
  start: number
  contractedWh: readonly Wh[]
  termPeriods: number
  periods: number
  endedAt: number | null
}

export interface BilledUse {
  agreementId: string
  start: number
  usedWh: RegisterValues<Wh>
}

export interface SupplyMonthsInput {
  agreement: SuppliedAgreement
  bills: readonly BilledUse[]
  clause: Pick<DeviationClause, 'lower' | 'upper'>
  timeZone: string
}

/** The twelve months that end with the last billed one; in the first year, the whole first year. */
export function supplyMonths({ agreement, bills, clause, timeZone }: SupplyMonthsInput): SupplyMonth[] {
  const first = Math.max(0, agreement.periods - MONTHS)
  const last = Math.min(first + MONTHS, agreement.endedAt === null ? agreement.termPeriods : agreement.periods)
  const used = new Map(
    bills.filter(({ agreementId }) => agreementId === agreement.id).map((bill) => [bill.start, sumWh(bill.usedWh)]),
  )
  return periodsOf(agreement, last, timeZone)
    .slice(first)
    .map(({ start, end }, index) => {
      const contracted = agreement.contractedWh[(first + index) % MONTHS] ?? wh(0n)
      const { lower, upper } = split(contracted, wh(0n), clause)
      return { start, end, contracted, lower, upper, used: used.get(start) ?? null }
    })
}

/** The end of the last period of the term: when the agreement ends if nobody ends it before. */
export function termEnd(
  { start, termPeriods }: Pick<SuppliedAgreement, 'start' | 'termPeriods'>,
  timeZone: string,
): number {
  return termEndOf(start, termPeriods, timeZone)
}

function periodsOf({ start }: { start: number }, count: number, timeZone: string) {
  const [year, month] = wallClockAt(start, timeZone).date.split('-').map(Number)
  if (year === undefined || month === undefined) throw new RangeError(`no month at ${start}`)
  return consecutivePeriods({ year, month }, count, timeZone)
}
