/**
 * Runs of consecutive intervals of one channel, handed on a day at a time. A file that has its newest interval first is
 * turned round in these blocks: its blocks come newest first, each in order of time, so no more than a day is held.
 */
import type { ReadQuality } from '@/lib/domain/metering/read'
import type { Wh } from '@/lib/domain/units/units'
import type { Channel } from '../meter-file'
import { WholeWh } from '../whole-wh'
import type { Report } from './faults'
import { DAY_S, type Positions } from './positions'
import { ENERGY_PER, ENERGY_SCALE } from './values'

/** One interval, at its place. */
export interface Placed {
  position: number
  /** In the parts of values.ts; not below zero. */
  energy: bigint
  quality: ReadQuality
  line: number
}

/** Packed days hold 32 bits an interval: a power station for an hour. */
const MOST_WH = 0xffff_ffffn
/** Where each interval is a day: a month or so at a time. */
const MOST_DAYS = 31

export class Blocks {
  private readonly whole = new WholeWh(ENERGY_SCALE, ENERGY_PER)
  private readonly most: number
  private first: Placed | undefined
  private last = 0
  private energyWh: Wh[] = []
  private qualities: ReadQuality[] = []

  constructor(
    private readonly channel: Channel,
    private readonly positions: Positions,
    private readonly report: Report,
  ) {
    const { seconds } = positions.rules
    this.most = seconds === DAY_S ? MOST_DAYS : DAY_S / seconds
  }

  add(placed: Placed): void {
    const { step, rules } = this.positions
    if (this.energyWh.length === this.most || (this.first && placed.position !== this.last + step * rules.direction))
      this.end()
    this.first ??= placed
    this.last = placed.position
    const energy = this.whole.next(placed.energy)
    if (energy > MOST_WH) this.report.fault('CsvEnergyAbsurd', placed.line, { channel: this.channel.channel })
    this.energyWh.push(energy)
    this.qualities.push(placed.quality)
  }

  /** Hands on what is left. */
  end(): void {
    if (!this.first) return
    const { rules } = this.positions
    const isBackward = rules.direction === -1
    const position = isBackward ? this.last : this.first.position
    const qualities = isBackward ? this.qualities.reverse() : this.qualities
    const [one] = qualities
    this.report.item({
      kind: 'intervals',
      ...this.channel,
      start: this.positions.startOf(position),
      seconds: rules.seconds,
      energyWh: isBackward ? this.energyWh.reverse() : this.energyWh,
      quality: one && qualities.every((quality) => quality === one) ? one : qualities,
      line: this.first.line,
    })
    this.first = undefined
    this.energyWh = []
    this.qualities = []
  }
}
