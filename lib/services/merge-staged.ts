/** What was staged of a file becomes meter-days: channels put together, merged with what is stored, checked, and written. */
import type { Bulk } from '@/lib/db/bulk'
import { dayOf, dayToCommit, erasedDays, keyOf, storedVersions, type DayKey } from '@/lib/db/write/commit-days'
import type { DayChanges } from '@/lib/db/write/day-changes'
import { billedDays, type BilledDays, type NumberedMeter } from '@/lib/db/write/import-facts'
import { stagedParts, type StagedPart } from '@/lib/db/write/import-staging'
import type { ChannelTotals } from '@/lib/domain/metering/channel-totals'
import { fileDay, mergedDay } from '@/lib/domain/metering/merge-day'
import { fitsInterval } from '@/lib/domain/metering/intervals'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import { overlaidPart } from '@/lib/domain/metering/overlay-part'
import type { DaySplitter } from '@/lib/domain/metering/split-days'
import { env } from '@/lib/env'
import { ofChannel } from './channel-days'
import { CheckedDays } from './checked-days'
import type { ImportLines } from './import-lines'

/** Meter-days that are merged at a time: enough that asking for what is stored of them takes little of the time. */
const BATCH = 1_000
/** Channel-days that wait for it: their intervals are in memory one by one. */
const MOST_PARTS = 2_000

export interface MergedDays {
  unchanged: number
  from: string | null
  to: string | null
  /** Of changed days, by meter and settled month. */
  billed: Map<string, BilledDays>
}

interface Group extends DayKey {
  channels: Map<string, StagedPart>
}

export interface MergeContext {
  bulk: Bulk
  splitter: DaySplitter
  lines: ImportLines
  meters: ReadonlyMap<string, NumberedMeter>
  /** Of what the file says, not of what is new in it. */
  totals: ChannelTotals
  /** Takes what the file changes. */
  days: DayChanges
}

export async function mergeStaged(context: MergeContext): Promise<MergedDays> {
  const { bulk, lines } = context
  const checked = new CheckedDays(context.meters, context.lines)
  const found: MergedDays = { unchanged: 0, from: null, to: null, billed: new Map() }
  let batch: Group[] = []
  let parts = 0
  const merge = async () => {
    await mergeBatch(batch, { ...context, checked, found })
    batch = []
    parts = 0
  }
  for await (const part of stagedParts(bulk)) {
    let group = batch.at(-1)
    if (group?.meterId !== part.meterId || group.day !== part.day) {
      if (batch.length >= BATCH || parts >= MOST_PARTS) await merge()
      group = { meterId: part.meterId, day: part.day, channels: new Map() }
      batch.push(group)
      if (found.from === null || part.day < found.from) found.from = part.day
      if (found.to === null || part.day > found.to) found.to = part.day
    }
    parts++
    lay(group.channels, part, context)
    // Nothing will be kept, and the report has enough.
    if (lines.enough) return found
  }
  await merge()
  checked.end()
  return found
}

/** Puts a part to what the file said of the same channel's day before; a contradiction is a fault of the file. */
function lay(channels: Group['channels'], part: StagedPart, { splitter, lines, meters }: MergeContext): void {
  // What is a channel's name in one meter of the file is another channel in another.
  const key = `${part.meter} ${part.channel} ${part.direction}`
  const before = channels.get(key)
  if (!before) {
    channels.set(key, part)
    return
  }
  const countOf = (minutes: number) => splitter.countOf(part.day, minutes)
  const { value, findings, lost } = overlaidPart(before, part, { ...splitter.boundsOf(part.day), countOf })
  channels.set(key, { ...part, ...value })
  for (const finding of findings) {
    const { kind, about } = ofChannel(finding, part)
    lines.add(kind, about)
  }
  const meter = meters.get(part.meterId)?.number ?? ''
  if (lost > 0)
    lines.add('remark', { name: 'IntervalsUnused', facts: { meter, day: part.day, intervals: lost }, line: null })
}

interface BatchContext extends MergeContext {
  checked: CheckedDays
  found: MergedDays
}

async function mergeBatch(given: readonly Group[], context: BatchContext): Promise<void> {
  if (given.length === 0) return
  const { bulk, days, checked, found } = context
  const groups = await notErased(given, context)
  for (const { meterId, day, channels } of groups)
    context.totals.add({ meterId, number: context.meters.get(meterId)?.number ?? '', day }, channels.values())
  const stored = await storedVersions(bulk, groups)
  const changes = groups.flatMap((group) => {
    const before = stored.get(keyOf(group))
    const day = merged(group, before ? dayOf(group.day, before) : null, context)
    if (!fitsStore(group, day, context)) return []
    const change = dayToCommit(group.meterId, day, before)
    if (!change) return []
    checked.add(group.meterId, day)
    return [change]
  })
  found.unchanged += groups.length - changes.length
  if (changes.length === 0) return
  for (const billed of await billedDays(bulk, changes, env.marketTimeZone)) addBilled(found.billed, billed)
  await days.add(changes)
}

/** Batches come in order of meter and day, and a month may lie in two of them. */
function addBilled(known: MergedDays['billed'], more: BilledDays): void {
  const key = `${more.meterId} ${more.start}`
  const before = known.get(key)
  known.set(key, before ? { ...more, from: before.from, days: before.days + more.days } : more)
}

/** Days that a person had erased are left out, and the report says so. */
async function notErased(groups: readonly Group[], { bulk, lines, meters }: MergeContext): Promise<Group[]> {
  const erased = await erasedDays(bulk, groups)
  return groups.filter((group) => {
    if (!erased.has(keyOf(group))) return true
    const meter = meters.get(group.meterId)?.number ?? ''
    lines.add('remark', { name: 'DayErased', facts: { meter, day: group.day }, line: null })
    return false
  })
}

/** Each interval of a file does, but not always what several channels or shorter intervals add up to. */
function fitsStore(
  { meterId, day }: Group,
  { importWh, exportWh }: MeterDay,
  { lines, meters }: MergeContext,
): boolean {
  const large = [...importWh, ...exportWh].find((energy) => !fitsInterval(energy))
  if (large === undefined) return true
  const meter = meters.get(meterId)?.number ?? ''
  lines.fault('IntervalSumTooLarge', { meter, day, energy: large.toString() })
  return false
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
