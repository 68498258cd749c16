/** What an import came to, as it is written and read again. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { FileFault } from '@/lib/domain/metering/file-fault'

export interface ImportCounts {
  /** Received so far, then read so far. */
  bytes: number
  /** Null until the file was read to its end. */
  sha256: string | null
  format: string | null
  /** Channel-days read so far. */
  stagedDays: number
  meters: number
  daysNew: number
  daysChanged: number
  daysUnchanged: number
  readings: number
  faults: number
  remarks: number
  /** First and last day; null if it changed nothing. */
  from: LocalDate | null
  to: LocalDate | null
  /** How many there were; the first of them have totals. */
  channels: number
}

export interface ImportLine extends FileFault {
  kind: 'fault' | 'remark'
}
