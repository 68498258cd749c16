/** Hours out of registers that were read now and then: what was counted between two reads is shared out evenly. */
import type { ReadQuality } from './read'
import { wh, type Wh } from '../units/units'

export interface SharedReading {
  channel: string
  direction: 'import' | 'export'
  /** UTC seconds. */
  time: number
  /** The tariff register; null for the total of all. */
  register: string | null
  /** Cumulative. */
  valueWh: Wh
}

export interface SharedHours {
  channel: string
  direction: 'import' | 'export'
  start: number
  seconds: number
  energyWh: Wh[]
  quality: ReadQuality
}

export const HOUR_S = 3_600

/** A total is worth more than its parts: with one, the parts are left alone. A register that goes back counts from there on. */
export function sharedReadings(readings: readonly SharedReading[]): SharedHours[] {
  const registers = new Map<string, SharedReading[]>()
  for (const direction of ['import', 'export']) {
    const own = readings.filter((reading) => reading.direction === direction)
    const totals = own.filter(({ register }) => register === null)
    for (const reading of totals.length > 1 ? totals : own) {
      const key = `${direction} ${reading.channel} ${reading.register ?? ''}`
      const same = registers.get(key)
      if (same) same.push(reading)
      else registers.set(key, [reading])
    }
  }
  return [...registers.values()].flatMap(hoursOf)
}

/** Whole hours only: the energy before the first and after the last is in hours that are not known to their end. */
function hoursOf(register: readonly SharedReading[]): SharedHours[] {
  const inOrder = [...register].sort((a, b) => a.time - b.time)
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last) return []
  const start = Math.ceil(first.time / HOUR_S) * HOUR_S
  const count = Math.floor(last.time / HOUR_S) - start / HOUR_S
  if (count <= 0) return []
  const counted = countedBy(inOrder)
  const marks = Array.from({ length: count + 1 }, (_, hour) => counted(start + hour * HOUR_S))
  const energyWh = Array.from({ length: count }, (_, hour) => wh((marks[hour + 1] ?? 0n) - (marks[hour] ?? 0n)))
  const isHourly = inOrder.every(({ time }, index) => index === 0 || time - (inOrder[index - 1]?.time ?? 0) <= HOUR_S)
  const { channel, direction, register: name } = first
  const quality = isHourly ? 'Measured' : 'Estimated'
  return [{ channel: `${channel} ${name ?? ''}`.trim(), direction, start, seconds: HOUR_S, energyWh, quality }]
}

/** What was counted up to an instant, rounded down; to be asked in order of time. */
function countedBy(inOrder: readonly SharedReading[]): (at: number) => bigint {
  let next = 1
  let before = 0n
  return (at) => {
    for (; ; next++) {
      const [from, to] = [inOrder[next - 1], inOrder[next]]
      if (!from || !to) return before
      const advance = to.valueWh > from.valueWh ? to.valueWh - from.valueWh : 0n
      if (at < to.time)
        return before + (advance * BigInt(Math.max(0, at - from.time))) / BigInt(Math.max(1, to.time - from.time))
      before += advance
    }
  }
}
