/** Why a period of a meter is not billed, or is billed on less than what was measured: each reason by its name. */
import type { Refusal } from '../decision'
import { spikes } from './check-days'
import type { Bounds } from './calendar'
import { completeDays, type DaySpan } from './gaps'
import type { MeterDay } from './meter-day'
import type { ReadQuality, TimedState } from './read'
import { differencesBetween, pairsOf, type ComparedMeter, type MeterTurn } from './register-differences'

export const NOT_BILLABLE_NAMES = [
  'NoRead',
  'ReadRefused',
  'KeyRevoked',
  'CapacityExceeded',
  'ReadNotMeasured',
  'DaysMissing',
  'IntervalsMissing',
  'EstimatedOnly',
  'RegistersDiffer',
] as const
export type NotBillableName = (typeof NOT_BILLABLE_NAMES)[number]

export interface NotBillable {
  name: NotBillableName
  /** Nothing is billed until it is mended. Otherwise the bill is marked, or wants a look. */
  stops: boolean
  facts: Readonly<Record<string, bigint | string>>
}

export interface BilledRead extends TimedState {
  quality: ReadQuality
}

export interface MeteredPeriod {
  meter: ComparedMeter & {
    /** Since when the meter's key no longer counts, UTC seconds; null while it does. */
    revokedAt: number | null
  }
  /** Those known, in order. */
  days: readonly MeterDay[]
  reads: readonly BilledRead[]
  /** Exchanges of the meter, in order. */
  turns: readonly MeterTurn[]
  /** Why the last read handed in for the end of the period was refused; null if none was. */
  refused: Refusal | null
  period: Bounds & DaySpan
  /** UTC seconds: nobody misses a read before its time. */
  now: number
}

/** In the order of how much they stand in the way. None: the period bills on what was measured. */
export function notBillable(facts: MeteredPeriod): NotBillable[] {
  const days = completeDays(facts.days, facts.meter.timeZone, facts.period)
  const found = [...readReasons(facts), ...pairReasons(facts, days), ...dayReasons(days, facts)]
  return found.sort((a, b) => Number(b.stops) - Number(a.stops))
}

const reason = (name: NotBillableName, stops: boolean, facts: NotBillable['facts'] = {}): NotBillable => ({
  name,
  stops,
  facts,
})

function readReasons({ meter, reads, refused, period, now }: MeteredPeriod): NotBillable[] {
  const found: NotBillable[] = []
  const readAt = (time: number) => reads.find((read) => read.time === time)
  for (const time of [period.start, period.end].filter((instant) => instant <= now)) {
    const read = readAt(time)
    if (!read) found.push(reason('NoRead', true, { time: BigInt(time) }))
    else if (read.quality !== 'Measured') found.push(reason('ReadNotMeasured', false, { time: BigInt(time) }))
  }
  if (readAt(period.end) || period.end > now) return found
  if (refused) found.push(reason('ReadRefused', true, { refusal: refused.name }))
  if (meter.revokedAt !== null && meter.revokedAt <= period.end)
    found.push(reason('KeyRevoked', true, { time: BigInt(meter.revokedAt) }))
  return found
}

function pairReasons({ meter, reads, turns, period }: MeteredPeriod, days: readonly MeterDay[]): NotBillable[] {
  const ends = [period.start, period.end].flatMap((time) => reads.find((read) => read.time === time) ?? [])
  const [pair] = pairsOf(ends, turns)
  if (!pair) return []
  const rows = differencesBetween(pair, days, meter)
  if (!rows.ok) {
    if (rows.refusal.name === 'ReadTooFast') return [reason('CapacityExceeded', true, rows.refusal.facts)]
    return [reason('ReadRefused', true, { refusal: rows.refusal.name })]
  }
  const [total] = rows.value.filter(({ register }) => register === 'total')
  if (!total || total.differenceWh === 0n) return []
  return [reason('RegistersDiffer', false, { difference: total.differenceWh, cause: total.cause })]
}

function dayReasons(days: readonly MeterDay[], { meter }: MeteredPeriod): NotBillable[] {
  const found: NotBillable[] = []
  const qualities = days.flatMap((day) => day.qualities)
  const isGone = (day: MeterDay) => day.qualities.every((quality) => quality === 'Missing')
  const gone = days.filter(isGone).length
  const scattered = days.filter((day) => !isGone(day)).flatMap((day) => day.qualities)
  const missing = scattered.filter((quality) => quality === 'Missing').length
  if (gone > 0) found.push(reason('DaysMissing', false, { days: BigInt(gone) }))
  if (missing > 0) found.push(reason('IntervalsMissing', false, { intervals: BigInt(missing) }))
  const isGuessed = (quality: string) => quality === 'Estimated' || quality === 'Missing'
  if (qualities.includes('Estimated') && qualities.every(isGuessed)) found.push(reason('EstimatedOnly', false))
  const above = days.reduce((count, day) => count + spikes(day, meter).length, 0)
  if (above > 0) found.push(reason('CapacityExceeded', false, { intervals: BigInt(above) }))
  return found
}
