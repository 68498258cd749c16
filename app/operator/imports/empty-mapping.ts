import type { CsvMapping } from '@/lib/services/look-at-file'

/** Where nothing could be proposed: all is as it usually is, and no column is used yet. */
export function emptyMapping(): CsvMapping {
  return {
    version: 1,
    text: {
      ...{ encoding: 'auto', delimiter: 'auto', skipTop: 0, skipBottom: 0, header: true },
      ...{ decimal: '.', thousands: '', missing: [] },
    },
    time: { kind: 'stamp', column: 1, order: 'ymd' },
    zone: 'UTC',
    mark: 'start',
    midnight: 'starts-the-day',
    seconds: null,
    rows: 'auto',
    skippedHour: 'refuse',
    repeatedHour: 'twice',
    meter: { kind: 'none' },
    only: [],
    quality: null,
    channels: [],
  }
}
