/**
 * NEM13: what registers showed when they were read, two readings and the energy between them in each record 250. 550 is
 * about the visits. See AEMO's Meter Data File Format Specification.
 *
 * A reading is what the dial shows: it starts again at zero after its last digit. Times are the market's, ten hours ahead
 * of UTC all year. Registers of one meter (11, 41, …) are channels of their own; the file does not say which hours each
 * counts. A reading that comes again at the same instant, in the order of the file, replaces the earlier one.
 */
import { detached } from '../detached'
import { Faulty, shown } from '../faulty'
import type { Channel, Direction, MeterFile, MeterFileItem, RegisterReading } from '../meter-file'
import { checkAdvance, endOf, remark, type End } from './advance'
import { leftOut, MOST_CHANNELS, requireName } from './channels'
import { dialWh, energyExponent } from './energy'
import { readNem, type NemBody } from './frame'
import { shownTime } from './market-time'
import { misplaced, requireFields, type NemRecord } from './record'

/** E is energy out of the grid, I into it. */
const DIRECTIONS: Record<string, Direction> = { E: 'import', I: 'export' }

export function readNem13(file: MeterFile): AsyncGenerator<MeterFileItem> {
  return readNem(file, 'NEM13', new Nem13Body())
}

/** What is remembered of a register: its latest reading, and the meter it is in. */
interface Known extends Pick<Channel, 'meter' | 'channel'> {
  reading: RegisterReading | null
  serial: string
}

class Nem13Body implements NemBody {
  private readonly known = new Map<string, Known>()
  private begun = false;

  *take(record: NemRecord): Generator<MeterFileItem> {
    const { code } = record
    if (code === '550' && this.begun) return requireFields(record, { from: 1, to: 5 })
    if (code !== '250') throw misplaced(record, 'NEM13')
    this.begun = true
    requireFields(record, { from: 20, to: 23 })
    yield* this.advance(record)
  }

  *close(): Generator<MeterFileItem> {}

  private *advance(record: NemRecord): Generator<MeterFileItem> {
    const { line, fields } = record
    const [, meter = '', , register = '', suffix = '', , serial = '', flow = ''] = fields
    const [unit, channel] = [fields[19] ?? '', suffix || register]
    requireName(meter, line)
    requireName(channel, line)
    const exponent = energyExponent(unit)
    if (exponent === undefined) throw new Faulty('NemUnitUnknown', { meter, channel, unit: shown(unit) }, line)
    const { known, isNew } = this.knownOf({ meter, channel, serial }, line)
    if (exponent === null) return yield* isNew ? [leftOut({ meter, channel, unit, line })] : []
    const direction = DIRECTIONS[flow.toUpperCase()]
    if (!direction) throw new Faulty('NemDirectionUnknown', { text: shown(flow) }, line)
    if (known.serial !== serial) {
      yield remark('NemMeterExchanged', { meter, channel, from: shown(known.serial), to: shown(serial) }, line)
      Object.assign(known, { serial: detached(serial), reading: null })
    }
    const about = { meter: known.meter, channel: known.channel, direction }
    const [from, to] = [8, 13].map((at) => endOf(fields.slice(at), { exponent, line })) as [End, End]
    yield* checkAdvance({ from, to, quantity: fields[18] ?? '', exponent }, { ...about, unit: shown(unit), line })
    for (const { time, exact, quality } of [from, to]) {
      if (quality === null) yield remark('NemReadingMissing', { meter, channel, time: shownTime(time) }, line)
      else {
        const valueWh = dialWh(exact)
        yield* next(known, { ...about, kind: 'reading', time, register: null, valueWh, quality, line })
      }
    }
  }

  private knownOf({ meter, channel, serial }: Omit<Known, 'reading'>, line: number): { known: Known; isNew: boolean } {
    const key = detached(`${meter} ${channel}`)
    const found = this.known.get(key)
    if (found) return { known: found, isNew: false }
    if (this.known.size >= MOST_CHANNELS) throw new Faulty('NemChannelsTooMany', { most: MOST_CHANNELS }, line)
    const names = { meter: detached(meter), channel: detached(channel), serial: detached(serial) }
    const known = { ...names, reading: null }
    this.known.set(key, known)
    return { known, isNew: true }
  }
}

/** The last reading of one record is the first of the next. */
function* next(known: Known, reading: RegisterReading): Generator<MeterFileItem> {
  const last = known.reading
  known.reading = reading
  if (last?.time === reading.time) {
    if (last.valueWh === reading.valueWh && last.quality === reading.quality) return
    const { meter, channel, line } = reading
    yield remark('NemReadingReplaced', { meter, channel, time: shownTime(reading.time) }, line)
  }
  yield reading
}
