/**
 * The dials of a meter: they turn on from the last read with every interval, one step for each whole multiple of the transformer
 * ratio, and what is less than a step stays in the meter until the next.
 */
import { registerTotals } from '@/lib/domain/metering/intervals'
import { WHOLE_DAY_MINUTES, worstQuality, type MeterDay } from '@/lib/domain/metering/meter-day'
import type { CountingMeter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import { mapRegisters } from '@/lib/domain/metering/register-values'
import { registeredHours } from '@/lib/domain/metering/registered-hours'
import { marketRegisterCalendar } from '@/lib/domain/metering/registers'
import type { Hex } from '@/lib/domain/units/hex'
import { watt, wh, type Wh } from '@/lib/domain/units/units'

const MINUTES_PER_HOUR = 60n
const EXPORT = 5

export class Dials {
  /** Energy that is less than a step, by register; the last is export. */
  private readonly rest = [0n, 0n, 0n, 0n, 0n, 0n]
  private shown: Read
  private demand = 0n
  private qualities: MeterDay['qualities'][number][] = []

  constructor(
    private readonly meter: CountingMeter,
    last: Read,
    private readonly timeZone: string,
  ) {
    this.shown = last
  }

  count(day: MeterDay): void {
    const { importWh, exportWh } = registerTotals(registeredHours(day, this.timeZone), marketRegisterCalendar)
    this.shown = {
      ...this.shown,
      importWh: mapRegisters(this.shown.importWh, (value, index) => this.turn(index, value, importWh[index])),
      exportWh: this.turn(EXPORT, this.shown.exportWh, exportWh),
    }
    const perHour = day.minutes === WHOLE_DAY_MINUTES ? null : MINUTES_PER_HOUR / BigInt(day.minutes)
    for (const energy of day.importWh) {
      // Of a whole day only the mean is known.
      const demand = perHour === null ? energy / 24n : energy * perHour
      if (demand > this.demand) this.demand = demand
    }
    this.qualities.push(...day.qualities)
  }

  /** What it signs at an instant. Its maximum demand and its quality begin anew. */
  read({ time, intervalRoot }: { time: number; intervalRoot: Hex }): Read {
    const quality = worstQuality(this.qualities)
    if (quality === 'Missing') throw new RangeError('a meter does not count what is missing')
    const sequence = this.shown.sequence + 1
    this.shown = { ...this.shown, time, sequence, quality, maxDemand: watt(this.demand), intervalRoot }
    this.demand = 0n
    this.qualities = []
    return this.shown
  }

  private turn(register: number, from: Wh, energy: bigint = 0n): Wh {
    const ratio = BigInt(this.meter.multiplier)
    const counted = (this.rest[register] ?? 0n) + energy
    this.rest[register] = counted % ratio
    return wh((from + counted / ratio) % 10n ** BigInt(this.meter.digits))
  }
}
