/**
 * NEM12: interval data of the Australian market. 200 names a channel, 300 holds a day of it, 400 says how sure parts of
 * the day are, 500 what the register showed when someone read it. See AEMO's Meter Data File Format Specification.
 *
 * A day that comes again, in the order of the file, replaces the earlier one: both are yielded, the later one after a remark
 * and marked as replacing. Times are the market's, ten hours ahead of UTC all year.
 */
import { Faulty, faultOf, shown } from '../faulty'
import type { MeterFile, MeterFileItem, RegisterReading, Remark } from '../meter-file'
import { NemChannels, type NemChannel } from './channels'
import { NemDay } from './day'
import { dialWh, exactWh } from './energy'
import { marketTime } from './market-time'
import { readNem, type NemBody } from './frame'
import { misplaced, requireFields, type NemRecord } from './record'

export function readNem12(file: MeterFile): AsyncGenerator<MeterFileItem> {
  return readNem(file, 'NEM12', new Nem12Body())
}

class Nem12Body implements NemBody {
  private readonly channels = new NemChannels()
  private channel: NemChannel | null = null
  private day: NemDay | null = null
  /** Records that belong to one that has a fault are passed over: they would say the same again. */
  private passing: 'none' | 'days' | 'channel' = 'none';

  *take(record: NemRecord): Generator<MeterFileItem> {
    const { code } = record
    if (code === '400') return this.vary(record)
    yield* this.close()
    if (code === '200') yield* this.open(record)
    else if (code === '300') this.begin(record)
    else if (code === '500') yield* this.readingOf(record)
    else throw misplaced(record, 'NEM12')
  }

  /** The day is complete when a record comes that is not 400. */
  *close(): Generator<MeterFileItem> {
    const { day } = this
    this.day = null
    try {
      if (day) yield* day.items()
    } catch (thrown) {
      yield faultOf(thrown)
    }
  }

  private *open(record: NemRecord): Generator<Remark> {
    this.channel = null
    this.passing = 'channel'
    const { channel, remark } = this.channels.of(record)
    this.channel = channel
    this.passing = 'none'
    if (remark) yield remark
  }

  private begin(record: NemRecord): void {
    if (this.passing === 'channel') return
    if (!this.channel) throw misplaced(record, 'NEM12')
    this.passing = 'days'
    this.day = new NemDay(record, this.channel)
    this.passing = 'none'
  }

  private vary(record: NemRecord): void {
    if (this.passing !== 'none') return
    const { day } = this
    if (!day) throw misplaced(record, 'NEM12')
    this.day = null
    this.passing = 'days'
    day.vary(record)
    this.day = day
    this.passing = 'none'
  }

  /** Only what the register showed is of use; the rest is about the visit. */
  private *readingOf(record: NemRecord): Generator<RegisterReading> {
    if (this.passing === 'channel') return
    if (!this.channel) throw misplaced(record, 'NEM12')
    requireFields(record, { from: 1, to: 5 })
    const { line, fields } = record
    const [, , , time = '', index = ''] = fields
    const { meter, channel, direction, exponent } = this.channel
    if (index === '' || exponent === null) return
    const exact = exactWh(index, { exponent, line })
    if (exact < 0n) throw new Faulty('NemEnergyNegative', { text: shown(index) }, line)
    yield {
      ...{ kind: 'reading', meter, channel, direction, line },
      ...{ time: marketTime(time, line), register: null, valueWh: dialWh(exact), quality: 'Measured' },
    }
  }
}
