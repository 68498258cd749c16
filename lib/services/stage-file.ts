/** Reads a meter file to its end into staging, in flat memory, and says how far it is. */
import type { Bulk } from '@/lib/db/bulk'
import { stageChannelDays, stageReadings, type StagedReading } from '@/lib/db/write/import-staging'
import { saveProgress } from '@/lib/db/write/imports'
import { addDays, localDateOf } from '@/lib/domain/metering/calendar'
import { DaysTaken, writtenDate } from '@/lib/domain/metering/days-taken'
import type { FileFault } from '@/lib/domain/metering/file-fault'
import { REGISTERS } from '@/lib/domain/metering/registers'
import { DaySplitter } from '@/lib/domain/metering/split-days'
import { env } from '@/lib/env'
import { detect } from '@/lib/formats/detect'
import type { MeterFileItem, RegisterReading } from '@/lib/formats/meter-file'
import { ChannelDays } from './channel-days'
import type { ImportLines } from './import-lines'
import type { ImportOrder } from './import-meter-file'
import { MeasuredBytes, TooManyBytes } from './measured-bytes'

export const MEBIBYTE = 1024 * 1024
export const MOST_BYTES = 1024 * MEBIBYTE
/** As long as any file is that a person or a system hands in; a small file must not make a huge staging. */
const MOST_STAGED = 20_000_000
const FIRST_DAY = '2000-01-01'
const BATCH = 250
/** How far a file is. */
export const TELL_EVERY_MS = 500

export interface StagedFile {
  bytes: number
  /** Null if the file was not read to its end. */
  sha256: string | null
  format: string | null
  stagedDays: number
  splitter: DaySplitter
}

export async function stageFile(bulk: Bulk, order: ImportOrder, lines: ImportLines): Promise<StagedFile> {
  const splitter = new DaySplitter(env.marketTimeZone)
  const staging = new Staging(bulk, splitter)
  let told = 0
  const bytes = new MeasuredBytes(order.bytes, MOST_BYTES, async () => {
    const now = Date.now()
    if (now - told < TELL_EVERY_MS) return
    told = now
    const progress = { bytes: bytes.count, stagedDays: staging.days }
    order.onProgress?.(progress)
    if (!order.dryRun) await saveProgress(order.id, progress)
  })
  await readTo(staging, order, bytes, lines)
  await staging.flush()
  const found = detect(bytes.first())
  const format = 'format' in found ? found.format : null
  return { bytes: bytes.count, sha256: bytes.sha256(), format, stagedDays: staging.days, splitter }
}

async function readTo(staging: Staging, order: ImportOrder, bytes: MeasuredBytes, lines: ImportLines): Promise<void> {
  try {
    for await (const item of order.read({ name: order.name, bytes: bytes.read() })) {
      await staging.take(item, lines)
      if (staging.rows > MOST_STAGED) lines.fault('FileTooLong', { most: MOST_STAGED })
      if (lines.enough || staging.rows > MOST_STAGED) return
    }
  } catch (error) {
    if (!(error instanceof TooManyBytes)) throw error
  }
  // A reader may take bytes that break off for the end of a bad file.
  if (bytes.failure instanceof TooManyBytes) lines.fault('FileTooLarge', { mebibytes: MOST_BYTES / MEBIBYTE })
  else if (bytes.failure !== null) throw bytes.failure
  else if (staging.rows === 0 && lines.faults === 0) lines.fault('NothingFound')
}

class Staging {
  private readonly channelDays: ChannelDays
  private readonly taken: DaysTaken
  private readings: StagedReading[] = []
  private readingCount = 0

  constructor(
    private readonly bulk: Bulk,
    splitter: DaySplitter,
  ) {
    // Not even the day that is tomorrow somewhere has been measured to its end.
    const today = localDateOf(Math.floor(Date.now() / 1_000), env.marketTimeZone)
    this.taken = new DaysTaken(FIRST_DAY, addDays(today, 2), env.marketTimeZone)
    this.channelDays = new ChannelDays(splitter, this.taken)
  }

  get days(): number {
    return this.channelDays.started
  }

  get rows(): number {
    return this.channelDays.started + this.readingCount
  }

  async take(item: MeterFileItem, lines: ImportLines): Promise<void> {
    if (item.kind === 'intervals') {
      for (const { kind, about } of this.channelDays.add(item)) lines.add(kind, about)
      if (this.channelDays.waiting >= BATCH) await stageChannelDays(this.bulk, this.channelDays.take())
    } else if (item.kind === 'reading') {
      if (!this.taken.hasInstant(item.time)) return lines.add('fault', outOfReach(item, this.taken))
      this.readings.push(stagedReading(item, this.readingCount++))
      if (this.readings.length >= BATCH) await this.flushReadings()
    } else lines.add(item.kind, item.about)
  }

  async flush(): Promise<void> {
    await stageChannelDays(this.bulk, this.channelDays.take(true))
    await this.flushReadings()
  }

  private async flushReadings(): Promise<void> {
    const readings = this.readings
    this.readings = []
    await stageReadings(this.bulk, readings)
  }
}

function outOfReach({ meter, channel, time, line }: RegisterReading, { from }: DaysTaken): FileFault {
  return { name: 'DayOutOfReach', facts: { meter, channel, day: writtenDate(time), from }, line }
}

function stagedReading(reading: RegisterReading, seq: number): StagedReading {
  const { register } = reading
  return { ...reading, seq, register: register === null ? null : REGISTERS.indexOf(register) }
}
