import type { MonthUse } from '@/lib/db/read/metering'
import { datesOf } from '@/lib/domain/metering/calendar'

/** A month that has begun, or lost days, says too little about a month. */
export function isWholeMonth({ month, days }: Pick<MonthUse, 'month' | 'days'>): boolean {
  const [year, number] = month.split('-').map(Number)
  return days === datesOf({ year: year ?? 0, month: number ?? 1 }).length
}
