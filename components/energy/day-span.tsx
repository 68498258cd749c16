import { useTimeZone } from 'next-intl'
import { dayBounds } from '@/lib/domain/metering/calendar'
import type { DaySpan } from '@/lib/domain/metering/erasure'
import { Period } from './period'

/** Local days of the market: a month by its name, else the first and the last day. */
export function DaySpanText({ from, to }: DaySpan) {
  const timeZone = useTimeZone() ?? 'UTC'
  return <Period start={dayBounds(from, timeZone).start} end={dayBounds(to, timeZone).start} />
}
