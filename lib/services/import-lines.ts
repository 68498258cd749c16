/** The report of an import, line by line: the first are kept, all are counted. */
import type { ImportLine } from '@/lib/db/stored/import-outcome'
import type { FileFault } from '@/lib/domain/metering/file-fault'

/** Lines of a report that are kept. */
const MOST_LINES = 1_000
/** Of a fact: enough to find it in the file by. */
const LONGEST_FACT = 200
/** A file with so many faults is not read on: it is not what it claims to be. */
export const MOST_FAULTS = 100

export class ImportLines {
  readonly lines: ImportLine[] = []
  faults = 0
  remarks = 0

  /** To go on from here more than once. */
  copy(): ImportLines {
    const copy = new ImportLines()
    copy.lines.push(...this.lines)
    return Object.assign(copy, { faults: this.faults, remarks: this.remarks })
  }

  add(kind: ImportLine['kind'], about: FileFault): void {
    if (kind === 'fault') this.faults++
    else this.remarks++
    // A fault is what people must see: it takes the place of the last remark.
    if (this.lines.length >= MOST_LINES) {
      const last = kind === 'fault' ? this.lines.map((line) => line.kind).lastIndexOf('remark') : -1
      if (last < 0) return
      this.lines.splice(last, 1)
    }
    this.lines.push({ kind, ...about, facts: shortened(about.facts) })
  }

  fault(name: string, facts: FileFault['facts'] = {}, line: number | null = null): void {
    this.add('fault', { name, facts, line })
  }

  get enough(): boolean {
    return this.faults >= MOST_FAULTS
  }
}

/** What a file says may be as long as its longest line, and a report has a thousand of them. */
function shortened(facts: FileFault['facts']): FileFault['facts'] {
  const short = (fact: string | number) =>
    typeof fact === 'string' && fact.length > LONGEST_FACT ? `${fact.slice(0, LONGEST_FACT)}…` : fact
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, short(fact)]))
}
