/** The changed days of an import, checked meter by meter as they come. */
import type { NumberedMeter } from '@/lib/db/write/import-facts'
import { checkDays } from '@/lib/domain/metering/check-days'
import { addDays } from '@/lib/domain/metering/calendar'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import { watt } from '@/lib/domain/units/units'
import { env } from '@/lib/env'
import type { ImportLines } from './import-lines'

/** Days that are kept in memory for a check that looks at several. */
const MOST_DAYS = 400

export class CheckedDays {
  private meterId = ''
  private days: MeterDay[] = []

  constructor(
    private readonly meters: ReadonlyMap<string, NumberedMeter>,
    private readonly lines: ImportLines,
  ) {}

  /** In order of meter and day. Days that do not change are not seen: nothing is said of what lies between. */
  add(meterId: string, day: MeterDay): void {
    const last = this.days.at(-1)
    const follows = meterId === this.meterId && last && addDays(last.day, 1) === day.day
    if (!follows || this.days.length >= MOST_DAYS) this.end()
    this.meterId = meterId
    this.days.push(day)
  }

  end(): void {
    const meter = this.meters.get(this.meterId)
    if (meter && this.days.length > 0) {
      const connection = { capacity: watt(meter.capacityW), timeZone: env.marketTimeZone }
      for (const { kind, about } of checkDays(this.days, connection)) {
        this.lines.add(kind, { ...about, facts: { meter: meter.number, ...about.facts } })
      }
    }
    this.days = []
  }
}
