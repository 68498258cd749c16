/** Instants that follow from an agreement's terms. */
import { wallClockAt } from '../metering/calendar'
import { consecutivePeriods } from '../settlement/period'

const DAY_S = 86_400

/** The end of the last period of the term: when the agreement ends if nobody ends it before. */
export function termEndOf(start: number, termPeriods: number, timeZone: string): number {
  const [year, month] = wallClockAt(start, timeZone).date.split('-').map(Number)
  if (year === undefined || month === undefined) throw new RangeError(`no month at ${start}`)
  return consecutivePeriods({ year, month }, termPeriods, timeZone).at(-1)?.end ?? start
}

/** First instant at which leaving is not free any more. Mirrors TermLib.isCoolingOff: days of 24 hours from the signature. */
export function coolingOffEnd(signedAt: number, coolingOffDays: number): number {
  return signedAt + coolingOffDays * DAY_S
}
