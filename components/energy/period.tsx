import { useLocale, useTimeZone } from 'next-intl'
import { formatDay, formatMinute, formatPeriod, type TimeStyle } from '@/lib/format/period'

export interface PeriodProps {
  /** UTC seconds; the end is not part of the period. */
  start: number
  end: number
  /** The market's zone unless another is given. */
  timeZone?: string
}

/** "November 2026" for a whole month of the market, else the first and last day. */
export function Period({ start, end, timeZone }: PeriodProps) {
  const style = useTimeStyle(timeZone)
  const title = `${formatMinute(start, style)} – ${formatMinute(end, style)} (${style.timeZone})`
  return <span title={title}>{formatPeriod({ start, end }, style)}</span>
}

export interface MomentProps {
  /** UTC seconds. */
  at: number
  precision?: 'day' | 'minute'
  timeZone?: string
}

/** A point in time: "3 Nov 2026", or with `precision="minute"` "3 Nov 2026, 14:05". */
export function Moment({ at, precision = 'day', timeZone }: MomentProps) {
  const style = useTimeStyle(timeZone)
  return (
    <time
      dateTime={new Date(at * 1000).toISOString()}
      title={`${formatMinute(at, style)} (${style.timeZone})`}
      className="figure"
    >
      {precision === 'day' ? formatDay(at, style) : formatMinute(at, style)}
    </time>
  )
}

/** The last day of what ends at an instant: a supply that ends with October runs until its 31st. */
export function LastDay({ end }: { end: number }) {
  return <Moment at={end - 1} />
}

function useTimeStyle(timeZone: string | undefined): TimeStyle {
  const locale = useLocale()
  const marketZone = useTimeZone()
  return { locale, timeZone: timeZone ?? marketZone ?? 'UTC' }
}
