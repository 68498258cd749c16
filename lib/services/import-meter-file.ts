/**
 * Takes a meter file: reads it to its end into staging, puts days together, checks them, and keeps all of it in one transaction;
 * or, if there is a single fault, nothing but the report. Killed at any moment it leaves the market as it was.
 */
import { inTransaction, withBulk, type Bulk } from '@/lib/db/bulk'
import { DayChanges, DayOvertaken, makeMonths, type CommittedDays } from '@/lib/db/write/day-changes'
import { commitReadings, keepFromErasure } from '@/lib/db/write/import-facts'
import { makeStaging, stagedMonths } from '@/lib/db/write/import-staging'
import { beginImport, failImport, finishImport, lockOperator, type ImportOutcome } from '@/lib/db/write/imports'
import { ChannelTotals } from '@/lib/domain/metering/channel-totals'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { env } from '@/lib/env'
import type { MeterFileReader } from '@/lib/formats/meter-file'
import { ImportLines } from './import-lines'
import { inImportSlot } from './import-slots'
import { matchMeters, type MeterNames } from './match-meters'
import { mergeStaged, type MergedDays } from './merge-staged'
import { refusedImport } from './refused-import'
import { stageFile, type StagedFile } from './stage-file'

export interface ImportOrder extends MeterNames {
  /** Chosen by whoever asks, so that they can follow it while the file is on its way. */
  id: string
  operator: string
  /** What the person calls the file. */
  name: string
  bytes: AsyncIterable<Uint8Array>
  read: MeterFileReader
  /** Only says what would change. */
  dryRun?: boolean
  onProgress?: (progress: { bytes: number; stagedDays: number }) => void
}

/** Times that days are merged again because somebody wrote one of them meanwhile. */
const MOST_TRIES = 5

/** A file that is read where it lies, by whoever asks. */
export function importMeterFile(order: ImportOrder): Promise<Decision<ImportOutcome>> {
  return inImportSlot(order.operator, () =>
    withBulk(async (bulk) => {
      if (!order.dryRun && !(await beginImport(bulk, order))) return refuse('ImportKnown', { id: order.id })
      try {
        return ok(await importInto(bulk, order))
      } catch (error) {
        // The sender broke off, or we failed. Where not even this can be written, the next import sees that this one died.
        if (!order.dryRun) await failImport(order.id)
        throw error
      }
    }),
  )
}

/** Of an import that has begun, on the connection that holds it. */
export async function importInto(bulk: Bulk, order: ImportOrder): Promise<ImportOutcome> {
  const lines = new ImportLines()
  await makeStaging(bulk)
  const file = await stageFile(bulk, order, lines)
  for (let tries = 1; ; tries++) {
    const attempt = lines.copy()
    try {
      const outcome =
        lines.faults > 0 ? refusedImport(attempt, known(file)) : await committed(bulk, order, file, attempt)
      if (outcome.status === 'refused' && !order.dryRun) await finishImport(bulk, order, outcome)
      return outcome
    } catch (error) {
      if (!(error instanceof DayOvertaken) || tries >= MOST_TRIES) throw error
    }
  }
}

/** Undoes the transaction of an import that is not to change anything. */
class Undone extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super('nothing is kept')
  }
}

async function committed(bulk: Bulk, order: ImportOrder, file: StagedFile, lines: ImportLines): Promise<ImportOutcome> {
  await makeMonths(bulk, await stagedMonths(bulk))
  return inTransaction(bulk, async () => {
    await lockOperator(bulk, order.operator)
    const meters = await matchMeters(bulk, order.operator, order, lines)
    if (lines.faults > 0) throw new Undone(refusedImport(lines, known(file)))
    await keepFromErasure(bulk, [...meters.keys()])
    const changes = new DayChanges(bulk)
    const totals = new ChannelTotals()
    const context = { bulk, splitter: file.splitter, lines, meters, totals, days: changes }
    const merged = await mergeStaged(context)
    if (lines.faults > 0) throw new Undone(refusedImport(lines, known(file)))
    const numberOf = (meterId: string) => meters.get(meterId)?.number ?? ''
    for (const { meterId, from, to, days } of merged.billed.values()) {
      const facts = { meter: numberOf(meterId), from, to, days }
      lines.add('remark', { name: 'DaysAlreadyBilled', facts, line: null })
    }
    const days = await changes.commit(order.id)
    const readings = await commitReadings(bulk, { importId: order.id, timeZone: env.marketTimeZone })
    const outcome = done(file, lines, { meters: meters.size, merged, totals, days, readings })
    if (order.dryRun) throw new Undone(outcome)
    await finishImport(bulk, order, outcome)
    return outcome
  }).catch((error: unknown) => {
    if (error instanceof Undone) return error.outcome
    throw error
  })
}

const known = ({ bytes, sha256, format, stagedDays }: StagedFile) => ({ bytes, sha256, format, stagedDays })

interface Changes {
  meters: number
  merged: MergedDays
  totals: ChannelTotals
  days: CommittedDays
  readings: number
}

function done(
  file: StagedFile,
  lines: ImportLines,
  { meters, merged, totals, days, readings }: Changes,
): ImportOutcome {
  const counts = { daysNew: days.added, daysChanged: days.changed, daysUnchanged: merged.unchanged, readings }
  const { from, to } = merged
  const sums = { channels: totals.count, totals: totals.kept }
  return { ...refusedImport(lines, known(file)), status: 'done', meters, ...counts, ...sums, from, to }
}
