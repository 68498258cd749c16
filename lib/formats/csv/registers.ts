/** Registers that count on, from one reading to the next: what they counted is the energy of the intervals between. */
import type { ReadQuality } from '@/lib/domain/metering/read'
import type { Report } from './faults'
import type { CsvChannel } from './mapping'
import type { Placed } from './blocks'
import type { Positions } from './positions'
import { instantText, type Cell, type Sink } from './sequence'
import { VALUE_SCALE } from './values'

/** What the registers of a channel showed: one number for each column, in its unit. */
export interface Shown {
  values: readonly bigint[]
  quality: ReadQuality
}

interface Reading extends Shown {
  position: number
  line: number
}

const WORST: readonly ReadQuality[] = ['Measured', 'Substituted', 'Estimated']
/** Of intervals between two readings: longer than anyone estimates. */
const MOST_SHARED = 40_000

export class Registers implements Sink<Shown> {
  readonly halves = null
  private before: Reading | undefined
  /** Counts once the next one confirms that the register did not go back. */
  private last: Reading | undefined
  private readonly dial: bigint | null
  private unread = { gaps: 0, intervals: 0, line: 0 }

  constructor(
    private readonly channel: CsvChannel,
    private readonly positions: Positions,
    private readonly weight: bigint,
    private readonly give: (placed: Placed) => void,
    private readonly report: Report,
  ) {
    this.dial = channel.digits === undefined ? null : 10n ** BigInt(channel.digits + VALUE_SCALE)
  }

  isNothing(): boolean {
    return false
  }

  accept(position: number, { value, line }: Cell<Shown>): void {
    if (value === null) return
    if (!this.fits(value, line)) return
    const reading = { ...value, position, line }
    const { before, last } = this
    if (last && this.counted(last, reading) === null) {
      if (!before || this.channel.wrongReading === 'refuse' || this.counted(before, reading) === null)
        return this.wentBack(last, reading)
      this.report.remark('CsvReadingLeftOut', last.line, { ...this.facts(), at: this.at(last) })
      this.last = reading
      return
    }
    if (before && last) this.share(before, last)
    this.before = last
    this.last = reading
  }

  end(): void {
    if (this.before && this.last) this.share(this.before, this.last)
    const { gaps, intervals, line } = this.unread
    const name = this.channel.unread === 'share' ? 'CsvUnreadShared' : 'CsvUnreadLeft'
    if (gaps > 0) this.report.remark(name, line, { ...this.facts(), gaps, intervals })
  }

  /** In the registers' unit, together; null if one went back. Rollover is told from going back by what is less. */
  private counted(one: Reading, other: Reading): bigint | null {
    const [older, newer] = this.positions.rules.direction === 1 ? [one, other] : [other, one]
    let sum = 0n
    for (const [index, value] of newer.values.entries()) {
      let step = value - (older.values[index] ?? 0n)
      if (step < 0n && this.dial !== null && (step + this.dial) * 2n < this.dial) step += this.dial
      if (step < 0n) return null
      sum += step
    }
    return sum
  }

  private share(one: Reading, other: Reading): void {
    const { step, rules } = this.positions
    const count = Math.abs(other.position - one.position) / step
    const energy = (this.counted(one, other) ?? 0n) * this.weight
    this.noteRollover(one, other)
    if (count > 1) {
      this.unread.gaps += 1
      this.unread.intervals += count
      this.unread.line ||= other.line
      if (this.channel.unread === 'leave') return
      if (count > MOST_SHARED)
        return this.report.fault('CsvUnreadTooLong', other.line, { ...this.facts(), at: this.at(one) })
    }
    const quality = count > 1 ? 'Estimated' : worse(one.quality, other.quality)
    const first = rules.direction === 1 ? one.position : one.position - step
    for (let part = 0; part < count; part++) {
      const upTo = (share: number) => (energy * BigInt(share)) / BigInt(count)
      const position = first + part * step * rules.direction
      this.give({ position, energy: upTo(part + 1) - upTo(part), quality, line: other.line })
    }
  }

  private noteRollover(one: Reading, other: Reading): void {
    const [older, newer] = this.positions.rules.direction === 1 ? [one, other] : [other, one]
    if (newer.values.some((value, index) => value < (older.values[index] ?? 0n)))
      this.report.remark('CsvRegisterRolledOver', newer.line, { ...this.facts(), at: this.at(newer) })
  }

  private fits({ values }: Shown, line: number): boolean {
    const { digits } = this.channel
    const bad = values.some((value) => value < 0n || (this.dial !== null && value >= this.dial))
    if (bad) this.report.fault('CsvRegisterTooWide', line, { ...this.facts(), digits: digits ?? 0 })
    return !bad
  }

  private wentBack(last: Reading, reading: Reading): void {
    const newer = this.positions.rules.direction === 1 ? reading : last
    this.report.fault('CsvRegisterWentBack', newer.line, { ...this.facts(), at: this.at(newer) })
    this.before = undefined
    this.last = reading
  }

  private at({ position }: Reading): string {
    return instantText(this.positions.startOf(position))
  }

  private facts() {
    return { channel: this.channel.channel }
  }
}

function worse(a: ReadQuality, b: ReadQuality): ReadQuality {
  return WORST.indexOf(a) > WORST.indexOf(b) ? a : b
}
