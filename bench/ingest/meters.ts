/** Meters of one operator and what they measure: quarter-hours that look like a household's, the same in every run. */
import { asWorker } from '@/lib/db/client'
import { addDays, type LocalDate } from '@/lib/domain/metering/calendar'
import type { IntervalQuality, MeterDay } from '@/lib/domain/metering/meter-day'
import { seededRandom } from '@/lib/domain/units/seeded-random'
import { wh, type Wh } from '@/lib/domain/units/units'

export const OPERATOR = '0x00000000000000000000000000000000000000b0'
export const QUARTERS = 96
export const MINUTES = 15
/** Different days; each meter takes them in an order of its own. */
const SHAPES = 500

export const meterIdOf = (index: number) => `0x${index.toString(16).padStart(64, '0')}`
export const holderOf = (index: number) => `0x${index.toString(16).padStart(40, 'c')}`
export const numberOf = (index: number) => `B-${index}`

export async function addMeters(count: number): Promise<void> {
  await asWorker(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO meter (id, operator, holder, region, voltage_class, customer_class, digits, multiplier, capacity_w, signer,
        last_read, last_read_time)
      SELECT '0x' || lpad(to_hex(n), 64, '0'), ${OPERATOR}, '0x' || lpad(to_hex(n), 40, 'c'), 42, 1, 'Household', 9, 1, 23000,
        '0x', '{}', 0
      FROM generate_series(0, ${count}::int - 1) AS n`
    await tx.$executeRaw`
      INSERT INTO meter_label (meter_id, label, number, salt)
      SELECT '0x' || lpad(to_hex(n), 64, '0'), 'Home ' || n, 'B-' || n, '\\x00' FROM generate_series(0, ${count}::int - 1) AS n`
  })
}

export type Shape = Omit<MeterDay, 'day'>

/** Some export around noon, and one day in forty has an hour that was estimated. */
export function dayShapes(seed = 7n): Shape[] {
  const random = seededRandom(seed)
  return Array.from({ length: SHAPES }, (_, shape) => {
    const importWh: Wh[] = []
    const exportWh: Wh[] = []
    const qualities: IntervalQuality[] = []
    for (let quarter = 0; quarter < QUARTERS; quarter++) {
      const evening = quarter > 68 && quarter < 88 ? 400n : 80n
      const noon = quarter > 40 && quarter < 60 && shape % 2 === 0
      importWh.push(wh(noon ? 0n : random.between(20n, evening)))
      exportWh.push(wh(noon ? random.between(0n, 600n) : 0n))
      qualities.push(shape % 40 === 0 && quarter < 4 ? 'Estimated' : 'Measured')
    }
    return { minutes: MINUTES, importWh, exportWh, qualities }
  })
}

export interface Span {
  meters: number
  from: LocalDate
  days: number
}

/** Every day of every meter, meter after meter. */
export function* meterDays({ meters, from, days }: Span): Generator<{ meter: number; day: LocalDate; shape: number }> {
  const dates = Array.from({ length: days }, (_, day) => addDays(from, day))
  for (let meter = 0; meter < meters; meter++) {
    for (const [index, day] of dates.entries()) yield { meter, day, shape: (meter * 31 + index * 7) % SHAPES }
  }
}
