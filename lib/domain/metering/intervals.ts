/** From intervals to register advances, and the packed form of a meter-day. */
import { watt, wh, type Watt, type Wh } from '@/lib/domain/units/units'
import { registerIndex, type RegisterCalendar } from '@/lib/domain/metering/registers'

/** Import per register in the order sharp, peak, flat, valley, deep valley. */
export type RegisterEnergy = readonly [Wh, Wh, Wh, Wh, Wh]

export type RegisterTotals = { importWh: RegisterEnergy; exportWh: Wh; maxDemandW: Watt }

export type RegisteredHour = { month: number; hour: number; importWh: Wh; exportWh: Wh }

/** What a read advances by over these hours: registers add up to the hours. An hour's Wh is its mean demand in W. */
export function registerTotals(hours: readonly RegisteredHour[], calendar: RegisterCalendar): RegisterTotals {
  const registers = [0n, 0n, 0n, 0n, 0n]
  let exportWh = 0n
  let maxDemandW = 0n
  for (const hour of hours) {
    const index = registerIndex(calendar, hour)
    registers[index] = (registers[index] ?? 0n) + hour.importWh
    exportWh += hour.exportWh
    if (hour.importWh > maxDemandW) maxDemandW = hour.importWh
  }
  const [sharp = 0n, peak = 0n, flat = 0n, valley = 0n, deepValley = 0n] = registers
  return {
    importWh: [wh(sharp), wh(peak), wh(flat), wh(valley), wh(deepValley)],
    exportWh: wh(exportWh),
    maxDemandW: watt(maxDemandW),
  }
}

const MAX_INTERVAL_WH = 0xffff_ffff
const LOW_BITS = 0x7f
const MORE = 0x80
/** 2^32 − 1 has five groups of seven bits. */
const LAST_GROUP = 0x80 ** 4

/**
 * The intervals of one meter-day as unsigned LEB128 varints, one after the other: 1 byte below 128 Wh, 2 below 16 kWh,
 * 3 below 2 MWh. The number of intervals is not stored; a day may have 23–25 hours or 92–100 quarter-hours.
 * An interval fits a number exactly, and a year of quarter-hours is packed many times faster with numbers than with bigints.
 */
export function packDay(intervals: readonly Wh[]): Uint8Array {
  const bytes: number[] = []
  for (const interval of intervals) {
    if (!fitsInterval(interval)) throw new RangeError(`interval out of range: ${interval} Wh`)
    let rest = Number(interval)
    while (rest > LOW_BITS) {
      bytes.push((rest & LOW_BITS) | MORE)
      rest = Math.floor(rest / MORE)
    }
    bytes.push(rest)
  }
  return Uint8Array.from(bytes)
}

/** Whether a packed day can hold it: nothing that people connect takes 4 GWh in an interval. */
export function fitsInterval(energy: bigint): boolean {
  return energy >= 0n && energy <= MAX_INTERVAL_WH
}

/** Exact inverse of packDay. Bytes that packDay cannot have written are refused, so each day has one packed form. */
export function unpackDay(bytes: Uint8Array): Wh[] {
  return unpackedNumbers(bytes).map((energy) => BigInt(energy) as Wh)
}

/** Σ of the intervals of a packed day. */
export function packedSum(bytes: Uint8Array): Wh {
  return wh(BigInt(unpackedNumbers(bytes).reduce((sum, energy) => sum + energy, 0)))
}

function unpackedNumbers(bytes: Uint8Array): number[] {
  const intervals: number[] = []
  let value = 0
  let place = 1
  for (const byte of bytes) {
    value += (byte & LOW_BITS) * place
    if (value > MAX_INTERVAL_WH) throw new RangeError('packed interval out of range')
    if (byte >= MORE) {
      if (place === LAST_GROUP) throw new RangeError('packed interval too long')
      place *= MORE
      continue
    }
    if (byte === 0 && place > 1) throw new RangeError('packed interval has an empty last byte')
    intervals.push(value)
    value = 0
    place = 1
  }
  if (place > 1) throw new RangeError('packed day is cut short')
  return intervals
}
