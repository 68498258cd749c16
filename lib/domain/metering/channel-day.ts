/** One channel of a meter on one local day, as a file gives it: some of its intervals, each with its quality. */
import { worseQuality, WHOLE_DAY_MINUTES, type IntervalQuality } from '@/lib/domain/metering/meter-day'
import { INTERVAL_MINUTES } from '@/lib/domain/metering/split-days'
import { wh, type Wh } from '@/lib/domain/units/units'

export interface ChannelDay {
  direction: 'import' | 'export'
  minutes: number
  /** In order of time; 0 where the file says nothing. */
  energyWh: readonly Wh[]
  /** Null where the file says nothing. */
  qualities: readonly (IntervalQuality | null)[]
}

/** The shortest length into which all of these fit whole. */
export function commonMinutes(lengths: readonly number[]): number {
  const fits = INTERVAL_MINUTES.find((minutes) => lengths.every((length) => minutes % length === 0))
  return fits ?? WHOLE_DAY_MINUTES
}

export interface Coarser {
  minutes: number
  /** Intervals that the day has at that length. */
  count: number
}

/**
 * Sums intervals to longer ones. A longer one that is known only in part is not known: `lost` counts the shorter ones that
 * were given for nothing.
 */
export function coarsened<T extends Omit<ChannelDay, 'direction'>>(
  day: T,
  { minutes, count }: Coarser,
): T & { lost: number } {
  if (day.minutes === minutes) return { ...day, lost: 0 }
  const size = day.energyWh.length / count
  let lost = 0
  const energyWh: Wh[] = []
  const qualities: (IntervalQuality | null)[] = []
  for (let slot = 0; slot < count; slot++) {
    const sum = summed(day, { from: slot * size, to: (slot + 1) * size })
    const whole = sum.given === size
    energyWh.push(whole ? wh(sum.energy) : wh(0n))
    qualities.push(whole ? sum.quality : null)
    if (!whole) lost += sum.given
  }
  return { ...day, minutes, energyWh, qualities, lost }
}

function summed({ energyWh, qualities }: Omit<ChannelDay, 'direction'>, { from, to }: { from: number; to: number }) {
  let energy = 0n
  let given = 0
  let quality: IntervalQuality = 'Measured'
  for (let index = from; index < to; index++) {
    const one = qualities[index]
    if (!one || one === 'Missing') continue
    given++
    energy += energyWh[index] ?? 0n
    quality = worseQuality(quality, one)
  }
  return { energy, given, quality }
}
