/** What a reading of a delimited file has to say about it, and where it ends. */
import type { FileFault } from '@/lib/domain/metering/file-fault'
import { shownCell } from '../csv-rows'
import type { MeterFileItem } from '../meter-file'

/** A report of more would not be read. */
export const MOST_FAULTS = 100

export type Facts = FileFault['facts']

/** Gathers items between two pieces of a file. */
export class Report {
  faults = 0
  /** Blocks and readings. */
  given = 0
  private items: MeterFileItem[] = []

  fault(name: string, line: number | null, facts: Facts = {}): void {
    if (this.full) return
    this.faults += 1
    this.items.push({ kind: 'fault', about: { name, line, facts } })
  }

  remark(name: string, line: number | null, facts: Facts = {}): void {
    this.items.push({ kind: 'remark', about: { name, line, facts } })
  }

  item(item: MeterFileItem): void {
    this.given += 1
    this.items.push(item)
  }

  get full(): boolean {
    return this.faults >= MOST_FAULTS
  }

  /** What has been gathered since the last time. */
  take(): MeterFileItem[] {
    const taken = this.items
    this.items = []
    return taken
  }
}

/** A cell as a report may show it, without the quotes. */
export function shown(cell: string | number): string {
  return shownCell(String(cell)).slice(1, -1)
}
