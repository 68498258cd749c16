/** What an import comes to that changes nothing. */
import type { ImportOutcome } from '@/lib/db/write/imports'
import type { ImportLines } from './import-lines'

const NOTHING: ImportOutcome = {
  ...{ status: 'refused', bytes: 0, sha256: null, format: null, stagedDays: 0, meters: 0 },
  ...{ daysNew: 0, daysChanged: 0, daysUnchanged: 0, readings: 0, faults: 0, remarks: 0, from: null, to: null },
  ...{ channels: 0, totals: [], lines: [] },
}

/** What is known of the file: nothing, if nobody read it. */
export type KnownOfFile = Partial<Pick<ImportOutcome, 'bytes' | 'sha256' | 'format' | 'stagedDays'>>

export function refusedImport({ faults, remarks, lines }: ImportLines, file: KnownOfFile): ImportOutcome {
  return { ...NOTHING, ...file, faults, remarks, lines }
}
