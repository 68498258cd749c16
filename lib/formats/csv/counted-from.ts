/** Where a file without times begins: read when a mapping is saved as well as when a file is read. */
import { timeStamp } from '../time-stamp'
import { instantFinder } from '../wall-clock'

/** 20260131, 20260131 2330, 20260131T23:30. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2}))?$/

/** A date alone gets its 00:00. */
export function spelledOut(text: string): string {
  const [, year, month, day, hour = '00', minute = '00'] = COMPACT.exec(text) ?? []
  if (year !== undefined) return `${year}-${month}-${day} ${hour}:${minute}`
  return text.includes(':') ? text : `${text} 00:00`
}

/** UTC seconds; NaN if it is no time, or one that the clocks of the zone skip. */
export function countedFrom(text: string, zone: string): number {
  const stamp = timeStamp(spelledOut(text.trim()), 'ymd')
  if (!stamp) return Number.NaN
  if (stamp.offset !== null) return stamp.wall - stamp.offset
  return instantFinder(zone)(stamp.wall)[0] ?? Number.NaN
}
