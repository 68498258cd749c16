/** What a file says of a day, put together: its channels with each other, and with what was known before. */
import { coarsened, commonMinutes, type ChannelDay } from '@/lib/domain/metering/channel-day'
import { worseQuality, type IntervalQuality, type MeterDay } from '@/lib/domain/metering/meter-day'
import { wh, type Wh } from '@/lib/domain/units/units'

/** A day of a file; null where the file does not say everything. */
export interface FileDay {
  minutes: number
  /** Null if the file has no channel of that direction. */
  importWh: Wh[] | null
  exportWh: Wh[] | null
  qualities: (IntervalQuality | null)[]
  /** Intervals of one channel that could not be used, because another channel lacks them or counts longer ones. */
  lost: number
}

export interface MergedDay extends MeterDay {
  lost: number
}

/** How many intervals of a length the day has. */
export type CountOf = (minutes: number) => number

/** Channels of one direction add up. An interval is known only if every channel of the day has it. */
export function fileDay(channels: readonly ChannelDay[], countOf: CountOf): FileDay {
  const minutes = commonMinutes(channels.map((channel) => channel.minutes))
  const count = countOf(minutes)
  const alike = channels.map((channel) => coarsened(channel, { minutes, count }))
  const lost = alike.map((channel) => channel.lost)
  const qualities = Array.from({ length: count }, (_, slot) => {
    const given = alike.flatMap((channel) => channel.qualities[slot] ?? [])
    if (given.length === alike.length) return given.reduce(worseQuality)
    lost.push(given.length)
    return null
  })
  const sum = (direction: ChannelDay['direction']) => added(direction, alike, qualities)
  return {
    minutes,
    importWh: sum('import'),
    exportWh: sum('export'),
    qualities,
    lost: lost.reduce((total, some) => total + some, 0),
  }
}

function added(
  direction: ChannelDay['direction'],
  channels: readonly ChannelDay[],
  qualities: readonly (IntervalQuality | null)[],
): Wh[] | null {
  const these = channels.filter((channel) => channel.direction === direction)
  if (these.length === 0) return null
  return qualities.map((quality, slot) =>
    wh(quality === null ? 0n : these.reduce((sum, { energyWh }) => sum + (energyWh[slot] ?? 0n), 0n)),
  )
}

/** Intervals that the file does not have stay as they were; what nobody knows is missing. */
export function mergedDay(
  given: FileDay,
  { day, stored, countOf }: { day: string; stored: MeterDay | null; countOf: CountOf },
): MergedDay {
  const { file, before, lost } = alike(given, stored, countOf)
  const importWh: Wh[] = []
  const exportWh: Wh[] = []
  const qualities: IntervalQuality[] = []
  for (const [slot, quality] of file.qualities.entries()) {
    const old = slotOf(before, slot)
    const keeps = quality === null
    importWh.push(keeps ? old.importWh : (file.importWh?.[slot] ?? old.importWh))
    exportWh.push(keeps ? old.exportWh : (file.exportWh?.[slot] ?? old.exportWh))
    // Energy that stays beside the file's is as good as it was.
    const stays = (!file.importWh && old.importWh > 0n) || (!file.exportWh && old.exportWh > 0n)
    qualities.push(keeps ? old.quality : stays ? worseQuality(quality, old.quality) : quality)
  }
  return { day, minutes: file.minutes, importWh, exportWh, qualities, lost: given.lost + lost }
}

/** Both with intervals of one length. A file that says all there is to say keeps its own. */
function alike(file: FileDay, stored: MeterDay | null, countOf: CountOf) {
  if (!stored || stored.minutes === file.minutes) return { file, before: stored, lost: 0 }
  const silent = (energy: readonly Wh[]) => energy.every((each) => each === 0n)
  const says = (of: Wh[] | null, before: readonly Wh[]) => of !== null || silent(before)
  const whole = file.qualities.every((quality) => quality !== null)
  if (whole && says(file.importWh, stored.importWh) && says(file.exportWh, stored.exportWh)) {
    return { file, before: null, lost: 0 }
  }
  const minutes = commonMinutes([file.minutes, stored.minutes])
  const to = { minutes, count: countOf(minutes) }
  const of = (energy: readonly Wh[], { qualities, minutes }: Pick<FileDay, 'minutes' | 'qualities'>) =>
    coarsened({ minutes, energyWh: energy, qualities }, to)
  const longer = (energy: Wh[] | null) => energy && [...of(energy, file).energyWh]
  const { qualities, lost } = of(file.importWh ?? file.exportWh ?? [], file)
  const known = { minutes: stored.minutes, qualities: [...stored.qualities] }
  const imported = of(stored.importWh, known)
  const before = {
    ...stored,
    minutes,
    importWh: imported.energyWh,
    exportWh: of(stored.exportWh, known).energyWh,
    qualities: imported.qualities.map((quality) => quality ?? 'Missing'),
  }
  const same = { minutes, importWh: longer(file.importWh), exportWh: longer(file.exportWh), qualities: [...qualities] }
  return { file: { ...same, lost: file.lost }, before, lost: lost + imported.lost }
}

function slotOf(day: MeterDay | null, slot: number) {
  const quality = day?.qualities[slot] ?? 'Missing'
  const known = quality !== 'Missing'
  const of = (energy: readonly Wh[] | undefined) => (known ? (energy?.[slot] ?? wh(0n)) : wh(0n))
  return { quality, importWh: of(day?.importWh), exportWh: of(day?.exportWh) }
}
