/** What a reading of a delimited file hands on: blocks, and what there is to say about lines, in the order of the file. */
import type { FileFault } from '@/lib/domain/metering/file-fault'
import { shownCell } from '../csv-rows'
import { FileReport } from '../file-report'
import type { MeterFileItem } from '../meter-file'

export type Facts = FileFault['facts']

/** Gathers items between two pieces of a file. */
export class Report {
  /** Blocks and readings. */
  given = 0
  faults = 0
  private readonly about = new FileReport()
  private items: MeterFileItem[] = []

  fault(name: string, line: number | null, facts: Facts = {}): void {
    this.faults += 1
    this.about.fault(name, line, facts)
  }

  remark(name: string, line: number | null, facts: Facts = {}): void {
    this.about.remark(name, line, facts)
  }

  item(item: MeterFileItem): void {
    this.given += 1
    this.items.push(item)
  }

  get full(): boolean {
    return this.about.full
  }

  /** What has been gathered since the last time. */
  take(): MeterFileItem[] {
    const taken = this.items
    this.items = []
    return [...taken, ...this.about.take()]
  }

  end(): MeterFileItem[] {
    return [...this.take(), ...this.about.end()]
  }
}

/** A cell as a report may show it, without the quotes. */
export function shown(cell: string | number): string {
  return shownCell(String(cell)).slice(1, -1)
}
