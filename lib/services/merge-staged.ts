/** What was staged of a file becomes meter-days: channels put together, merged with what is stored, checked, and staged again. */
import type { Bulk } from '@/lib/db/bulk'
import { dayOf, dayToCommit, keyOf, stageDays, storedVersions, type DayKey } from '@/lib/db/write/commit-days'
import type { NumberedMeter } from '@/lib/db/write/import-facts'
import { stagedParts, type StagedPart } from '@/lib/db/write/import-staging'
import { coarsened, commonMinutes, type ChannelDay } from '@/lib/domain/metering/channel-day'
import { fileDay, mergedDay } from '@/lib/domain/metering/merge-day'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import type { DaySplitter } from '@/lib/domain/metering/split-days'
import { CheckedDays } from './checked-days'
import type { ImportLines } from './import-lines'

/** Meter-days that are merged at a time: enough that asking for what is stored of them takes little of the time. */
const BATCH = 1_000

export interface MergedDays {
  unchanged: number
  from: string | null
  to: string | null
}

interface Group extends DayKey {
  channels: Map<string, ChannelDay>
}

export interface MergeContext {
  bulk: Bulk
  splitter: DaySplitter
  lines: ImportLines
  meters: ReadonlyMap<string, NumberedMeter>
}

export async function mergeStaged(context: MergeContext): Promise<MergedDays> {
  const { bulk, splitter } = context
  const checked = new CheckedDays(context.meters, context.lines)
  const found: MergedDays = { unchanged: 0, from: null, to: null }
  let batch: Group[] = []
  const merge = async () => {
    found.unchanged += await mergeBatch(batch, context, checked)
    batch = []
  }
  for await (const part of stagedParts(bulk)) {
    let group = batch.at(-1)
    if (group?.meterId !== part.meterId || group.day !== part.day) {
      if (batch.length >= BATCH) await merge()
      group = { meterId: part.meterId, day: part.day, channels: new Map() }
      batch.push(group)
      if (found.from === null || part.day < found.from) found.from = part.day
      if (found.to === null || part.day > found.to) found.to = part.day
    }
    group.channels.set(part.channel, overlaid(group.channels.get(part.channel), part, splitter))
  }
  await merge()
  checked.end()
  return found
}

/** A later part of a file takes the place of an earlier one, interval by interval. */
function overlaid(before: ChannelDay | undefined, part: StagedPart, splitter: DaySplitter): ChannelDay {
  if (!before) return part
  const minutes = commonMinutes([before.minutes, part.minutes])
  const to = { minutes, count: splitter.countOf(part.day, minutes) }
  const [older, newer] = [coarsened(before, to), coarsened(part, to)]
  const isNewer = newer.qualities.map((quality) => quality !== null)
  return {
    ...newer,
    energyWh: newer.energyWh.map((energy, slot) => (isNewer[slot] ? energy : (older.energyWh[slot] ?? energy))),
    qualities: newer.qualities.map((quality, slot) => quality ?? older.qualities[slot] ?? null),
  }
}

/** @returns how many days are what is stored already. */
async function mergeBatch(groups: readonly Group[], context: MergeContext, checked: CheckedDays): Promise<number> {
  if (groups.length === 0) return 0
  const stored = await storedVersions(context.bulk, groups)
  const changes = groups.flatMap((group) => {
    const before = stored.get(keyOf(group))
    const day = merged(group, before ? dayOf(group.day, before) : null, context)
    const change = dayToCommit(group.meterId, day, before)
    if (!change) return []
    checked.add(group.meterId, day)
    return [change]
  })
  await stageDays(context.bulk, changes)
  return groups.length - changes.length
}

function merged({ meterId, day, channels }: Group, stored: MeterDay | null, context: MergeContext): MeterDay {
  const { splitter, lines, meters } = context
  const countOf = (minutes: number) => splitter.countOf(day, minutes)
  const { lost, ...value } = mergedDay(fileDay([...channels.values()], countOf), { day, stored, countOf })
  if (lost > 0) {
    const meter = meters.get(meterId)?.number ?? ''
    lines.add('remark', { name: 'IntervalsUnused', facts: { meter, day, intervals: lost }, line: null })
  }
  return value
}
