/** One day of one channel: a record 300, and the records 400 that say how sure its intervals are. */
import type { ReadQuality } from '@/lib/domain/metering/read'
import type { Wh } from '@/lib/domain/units/units'
import { Faulty, shown } from '../faulty'
import type { IntervalBlock, MeterFileItem, Remark } from '../meter-file'
import type { NemChannel } from './channels'
import { intervalWh, simpleWh } from './energy'
import { marketDay, shownDay, startOf } from './market-time'
import { nemQuality, type NemQuality } from './quality'
import { fieldsOf, requireFields, type NemRecord } from './record'

const DAY_MINUTES = 1_440
/** Record code and date stand before the values; quality, reason, its text, and two times after them. */
const BEFORE = 2
const AFTER = 5
/** A line without spaces or quotes: its values start here. */
const PLAIN = /^300,\d{8},/
const PLAIN_START = 13

export class NemDay {
  private readonly count: number
  private readonly day: number
  private readonly quality: NemQuality
  /** All values of the day, if they are simple. */
  private readonly energyWh: readonly Wh[] | null = null
  /** For each interval, as far as records 400 have come. */
  private readonly qualities: NemQuality[] = []

  constructor(
    private readonly record: NemRecord,
    private readonly channel: NemChannel,
  ) {
    this.count = DAY_MINUTES / channel.minutes
    const { text, line } = record
    const plain = PLAIN.test(text)
    const place = { from: PLAIN_START, count: this.count, exponent: channel.exponent ?? 0 }
    const simple = plain ? simpleWh(text, place) : null
    const quality = simple ? qualityOf(fieldsOf(text.slice(simple.end))) : undefined
    if (simple && quality !== undefined) this.energyWh = simple.energyWh
    this.day = marketDay(plain ? text.slice(4, 12) : (record.fields[1] ?? ''), line)
    this.quality = quality ?? qualityAfter(record, this.count)
  }

  /** Of a record 400: the next intervals of the day. */
  vary(record: NemRecord): void {
    requireFields(record, { from: 4, to: 6 })
    const { line, fields } = record
    const [, first = '', last = '', flag = ''] = fields
    if (this.quality !== 'V') throw new Faulty('NemVariationUnexpected', { day: shownDay(this.day) }, line)
    const quality = nemQuality(flag)
    if (quality === undefined || quality === 'V') throw new Faulty('NemQualityUnknown', { text: shown(flag) }, line)
    const [from, to] = [first, last].map((text) => (/^\d{1,4}$/.test(text) ? Number(text) : 0))
    if (from !== this.qualities.length + 1 || to === undefined || to < from || to > this.count) {
      const facts = { first: shown(first), last: shown(last), next: this.qualities.length + 1, count: this.count }
      throw new Faulty('NemVariationUneven', facts, line)
    }
    for (let at = from; at <= to; at++) this.qualities.push(quality)
  }

  items(): MeterFileItem[] {
    const { line } = this.record
    const varies = this.quality === 'V'
    if (varies && this.qualities.length < this.count) {
      const facts = { day: shownDay(this.day), known: this.qualities.length, count: this.count }
      throw new Faulty('NemVariationMissing', facts, line)
    }
    if (this.channel.exponent === null) return []
    const parts = varies ? runsOf(this.qualities) : [{ from: 0, to: this.count, present: this.quality !== 'N' }]
    const items = parts.map((part) => (part.present ? this.block(part) : this.gap(part)))
    const isNew = this.channel.days.add(this.day)
    if (isNew === null) throw new Faulty('NemDaysTooScattered', {}, line)
    if (isNew) return items
    const replacing = items.map((item) => (item.kind === 'intervals' ? { ...item, replaces: true } : item))
    return [this.remark('NemDayReplaced', {}), ...replacing]
  }

  private block({ from, to }: { from: number; to: number }): IntervalBlock {
    const { meter, channel, direction, minutes } = this.channel
    return {
      kind: 'intervals',
      meter,
      channel,
      direction,
      start: startOf(this.day) + from * minutes * 60,
      seconds: minutes * 60,
      energyWh: this.energyOf({ from, to }),
      line: this.record.line,
      quality: oneOrEach(this.quality === 'V' ? this.qualities.slice(from, to) : [this.quality]),
    }
  }

  private energyOf({ from, to }: { from: number; to: number }): readonly Wh[] {
    if (this.energyWh) return to - from === this.count ? this.energyWh : this.energyWh.slice(from, to)
    const { exponent, whole } = this.channel
    const about = { exponent: exponent ?? 0, whole, line: this.record.line }
    return this.record.fields.slice(BEFORE + from, BEFORE + to).map((text) => intervalWh(text, about))
  }

  private gap({ from, to }: { from: number; to: number }): Remark {
    return this.remark('NemIntervalsMissing', { first: from + 1, last: to, count: this.count })
  }

  private remark(name: string, facts: Record<string, number>): Remark {
    const { meter, channel } = this.channel
    const about = { name, facts: { meter, channel, day: shownDay(this.day), ...facts }, line: this.record.line }
    return { kind: 'remark', about }
  }
}

/** Of what stands after the values. */
function qualityOf(after: readonly string[]): NemQuality | undefined {
  return after.length <= AFTER ? nemQuality(after[0] ?? '') : undefined
}

/** The field after the values: if it is elsewhere, there are too many values or too few. */
function qualityAfter({ fields, line }: NemRecord, count: number): NemQuality {
  const text = fields[BEFORE + count] ?? ''
  const quality = qualityOf(fields.slice(BEFORE + count))
  if (quality !== undefined) return quality
  const at = fields.findIndex((field, index) => index >= BEFORE && nemQuality(field) !== undefined)
  const found = (at < 0 ? fields.length : at) - BEFORE
  if (at >= 0 ? found !== count : found <= count)
    throw new Faulty('NemValuesMiscounted', { found, expected: count }, line)
  if (at < 0) throw new Faulty('NemQualityUnknown', { text: shown(text) }, line)
  const [from, to] = [BEFORE + count + 1, BEFORE + count + AFTER]
  throw new Faulty('NemFieldsMiscounted', { record: '300', found: fields.length, from, to }, line)
}

interface Part {
  /** Half open, from 0. */
  from: number
  to: number
  present: boolean
}

/** Where there are numbers and where there are none, in turn. */
function runsOf(qualities: readonly NemQuality[]): Part[] {
  const parts: Part[] = []
  for (const [at, quality] of qualities.entries()) {
    const last = parts.at(-1)
    const present = quality !== 'N'
    if (last?.present === present) last.to = at + 1
    else parts.push({ from: at, to: at + 1, present })
  }
  return parts
}

/** Only of intervals that are present: no N, and no V. */
function oneOrEach(qualities: readonly NemQuality[]): ReadQuality | readonly ReadQuality[] {
  const each = qualities as readonly ReadQuality[]
  const [first = 'Measured'] = each
  return each.every((quality) => quality === first) ? first : each
}
