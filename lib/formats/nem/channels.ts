/** The channels of a file: which of them hold energy, and what is remembered of each. */
import { detached } from '../detached'
import { Faulty, shown } from '../faulty'
import type { Channel, Direction, Remark } from '../meter-file'
import { WholeWh } from '../whole-wh'
import { DaysSeen, type RunBudget } from './days-seen'
import { energyExponent, SCALE } from './energy'
import { requireFields, type NemRecord } from './record'

export interface NemChannel extends Channel {
  /** The power of ten of its unit; null if it does not hold energy: its records are checked and left out. */
  exponent: number | null
  minutes: number
  whole: WholeWh
  days: DaysSeen
}

/** Each takes some hundred bytes for as long as the file is read. */
export const MOST_CHANNELS = 50_000
const MOST_RUNS = 1_000_000
const NAME = /^[\w-]{1,20}$/
/** What the market meters in. */
const MINUTES = ['5', '15', '30']
const DAY_MINUTES = 1_440

/** E is energy out of the grid, B into it. Others are reactive, averages, or a second count of the same energy. */
const ENERGY: Record<string, Direction> = { E: 'import', B: 'export' }

export class NemChannels {
  private readonly known = new Map<string, Pick<NemChannel, 'meter' | 'channel' | 'whole' | 'days'>>()
  private readonly budget: RunBudget = { left: MOST_RUNS }

  /** Of a record 200. A channel that comes again, with another meter or interval, is the same channel. */
  of(record: NemRecord): { channel: NemChannel; remark: Remark | null } {
    requireFields(record, { from: 9, to: 10 })
    const { line, fields } = record
    const [, meter = '', , , suffix = '', , , unit = '', minutes = ''] = fields
    requireName(meter, line)
    requireName(suffix, line)
    const direction = ENERGY[suffix.charAt(0).toUpperCase()]
    const exponent = direction ? energyExponent(unit) : null
    if (direction && typeof exponent !== 'number')
      throw new Faulty('NemUnitUnknown', { meter, channel: suffix, unit: shown(unit) }, line)
    const { kept, isNew } = this.keptOf({ meter, channel: suffix }, line)
    const channel = {
      ...{ ...kept, direction: direction ?? 'import', exponent: exponent ?? null },
      minutes: minutesOf(minutes, { line, known: direction !== undefined }),
    }
    return { channel, remark: isNew && !direction ? leftOut({ meter, channel: suffix, unit, line }) : null }
  }

  private keptOf(named: Pick<Channel, 'meter' | 'channel'>, line: number) {
    const key = detached(`${named.meter} ${named.channel}`)
    const found = this.known.get(key)
    if (found) return { kept: found, isNew: false }
    if (this.known.size >= MOST_CHANNELS) throw new Faulty('NemChannelsTooMany', { most: MOST_CHANNELS }, line)
    const [meter, channel] = [detached(named.meter), detached(named.channel)]
    const kept = { meter, channel, whole: new WholeWh(SCALE), days: new DaysSeen(this.budget) }
    this.known.set(key, kept)
    return { kept, isNew: true }
  }
}

export function requireName(name: string, line: number): void {
  if (!NAME.test(name)) throw new Faulty('NemNameUnknown', { text: shown(name) }, line)
}

export function leftOut({
  line,
  unit,
  ...channel
}: {
  meter: string
  channel: string
  unit: string
  line: number
}): Remark {
  return { kind: 'remark', about: { name: 'NemChannelLeftOut', facts: { ...channel, unit: shown(unit || '—') }, line } }
}

/** Those of channels that are left out may be others, as long as they fill a day. */
function minutesOf(text: string, { line, known }: { line: number; known: boolean }): number {
  const minutes = Number(text)
  const fits = known ? MINUTES.includes(text) : /^\d{1,4}$/.test(text) && minutes > 0 && DAY_MINUTES % minutes === 0
  if (!fits) throw new Faulty('NemIntervalUnknown', { text: shown(text) }, line)
  return minutes
}
