import { sumWh, type RegisterValues } from '@/lib/domain/metering/register-values'
import { wallClockAt } from '@/lib/domain/metering/calendar'
import { wh, type Wh } from '@/lib/domain/units/units'

export interface UsedMonth {
  meterId: string
  start: number
  usedWh: RegisterValues<Wh>
}

export interface ComparedMonth {
  start: number
  thisYear: Wh
  /** Null if that month was not billed to this customer. */
  lastYear: Wh | null
}

const MONTHS = 12

/**
 * The billed months of a supply point up to a bill, twelve at most, each beside the same month of the year before. Bills of one local
 * month are added together: a switch divides a month.
 */
export function yearBesideLast(bills: readonly UsedMonth[], bill: UsedMonth, timeZone: string): ComparedMonth[] {
  const months = new Map<string, { start: number; used: bigint }>()
  for (const { meterId, start, usedWh } of bills) {
    if (meterId !== bill.meterId || start > bill.start) continue
    const month = monthOf(start, timeZone)
    const known = months.get(month)
    const used = sumWh(usedWh)
    months.set(month, { start: Math.min(start, known?.start ?? start), used: used + (known?.used ?? 0n) })
  }
  const [year, month] = monthOf(bill.start, timeZone).split('-').map(Number) as [number, number]
  const shown: ComparedMonth[] = []
  for (let back = MONTHS - 1; back >= 0; back--) {
    const own = months.get(monthBefore(year, month, back))
    const before = months.get(monthBefore(year, month, back + MONTHS))
    if (own) shown.push({ start: own.start, thisYear: wh(own.used), lastYear: before ? wh(before.used) : null })
  }
  return shown
}

function monthOf(at: number, timeZone: string): string {
  return wallClockAt(at, timeZone).date.slice(0, 7)
}

function monthBefore(year: number, month: number, back: number): string {
  const months = year * MONTHS + (month - 1) - back
  return `${Math.floor(months / MONTHS)}-${String((months % MONTHS) + 1).padStart(2, '0')}`
}
