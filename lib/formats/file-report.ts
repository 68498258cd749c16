/** What a reader has to say about its file: a file of a gigabyte may be wrong on every line, and a report is for people. */
import type { Remark } from './meter-file'

/** A reader stops after as many faults, and lists as many remarks of one name. */
export const MOST_FAULTS = 100
const MOST_ALIKE = 100

type Facts = Remark['about']['facts']

export class FileReport {
  private waiting: Remark[] = []
  private faults = 0
  private readonly alike = new Map<string, number>()

  fault(name: string, line: number | null, facts: Facts = {}): void {
    if (this.full) return
    this.faults += 1
    this.waiting.push({ kind: 'fault', about: { name, facts, line } })
  }

  remark(name: string, line: number | null, facts: Facts = {}): void {
    const said = this.alike.get(name) ?? 0
    this.alike.set(name, said + 1)
    if (said < MOST_ALIKE) this.waiting.push({ kind: 'remark', about: { name, facts, line } })
  }

  /** True when reading on would only repeat what is known: the file is refused. */
  get full(): boolean {
    return this.faults >= MOST_FAULTS
  }

  get refused(): boolean {
    return this.faults > 0
  }

  /** What was said since the last time. */
  take(): Remark[] {
    const taken = this.waiting
    this.waiting = []
    return taken
  }

  /** The last of it: what was not listed is counted at least. */
  end(): Remark[] {
    for (const [remark, count] of this.alike)
      if (count > MOST_ALIKE) {
        const facts = { remark, count: count - MOST_ALIKE }
        this.waiting.push({ kind: 'remark', about: { name: 'RemarksLeftOut', facts, line: null } })
      }
    return this.take()
  }
}
