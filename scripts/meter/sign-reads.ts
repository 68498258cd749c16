/** The reads that a meter signs while a file's days go by: one at each of the instants asked for. */
import { dayLeaf, dayNumber } from '@/lib/chain/coding/day-leaf'
import { intervalRoot } from '@/lib/chain/interval-tree'
import type { MeterKey } from '@/lib/chain/meter-keys'
import { addDays, dayBounds, localDateOf, type LocalDate } from '@/lib/domain/metering/calendar'
import { WHOLE_DAY_MINUTES, type MeterDay } from '@/lib/domain/metering/meter-day'
import type { CountingMeter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { Dials } from './dials'

export interface RunningMeter extends CountingMeter {
  id: Hex
  /** What its dials showed last: what it was read at, or began with. */
  lastRead: Read
  /** The last billing read. Earlier than that if the meter took another's place since: the days before belong to its first read. */
  billedUntil: number
}

export interface Running {
  meter: RunningMeter
  key: MeterKey
  /** Whole local days, in order. */
  days: readonly MeterDay[]
  /** Local midnights, in order. */
  instants: readonly number[]
  timeZone: string
  /** Of a day as the meter commits to it. */
  saltOf: (day: MeterDay) => Promise<Uint8Array>
}

export interface SignedRead {
  read: Read
  signature: Hex
}

/** Ends where a day is not there, or not known in all its intervals. */
export async function* signReads(running: Running): AsyncGenerator<SignedRead> {
  const { meter, key, instants, timeZone, saltOf } = running
  const known = new Map(running.days.map((day) => [day.day, day]))
  const dials = new Dials(meter, meter.lastRead, timeZone)
  let next = localDateOf(meter.billedUntil, timeZone)
  for (const time of instants.filter((instant) => instant > meter.lastRead.time)) {
    const leaves: Hex[] = []
    for (; next < localDateOf(time, timeZone); next = addDays(next, 1)) {
      const day = known.get(next)
      if (!day || day.qualities.includes('Missing')) return
      dials.count(since(meter.lastRead.time, day, timeZone))
      leaves.push(dayLeaf({ meterId: meter.id, day: dayNumber(day.day), salt: await saltOf(day), data: day }))
    }
    const read = dials.read({ time, intervalRoot: intervalRoot(leaves) })
    yield { read, signature: await key.sign(read) }
  }
}

/** What was counted before an instant is on the dials already, or was counted by the meter that was there before. */
function since(instant: number, day: MeterDay, timeZone: string): MeterDay {
  const { start } = dayBounds(day.day, timeZone)
  if (instant <= start || day.minutes === WHOLE_DAY_MINUTES) return day
  const before = (index: number) => start + index * day.minutes * 60 < instant
  const left = (energy: MeterDay['importWh']) => energy.map((value, index) => (before(index) ? wh(0n) : value))
  return { ...day, importWh: left(day.importWh), exportWh: left(day.exportWh) }
}

/** Every local midnight after an instant, up to the end of the last day. */
export function midnights(after: number, last: LocalDate, timeZone: string): number[] {
  const found: number[] = []
  for (let day = addDays(localDateOf(after, timeZone), 1); day <= addDays(last, 1); day = addDays(day, 1)) {
    found.push(dayBounds(day, timeZone).start)
  }
  return found
}
