/**
 * The energy that simulated meters measure: each repeats its measured year, shifted by whole weeks. Run at the seed for the
 * past and every hour afterwards, so that tomorrow there is a yesterday. Demo only.
 */
import { randomBytes } from 'node:crypto'
import { asWorker } from '@/lib/db/client'
import { lastIntervalDay } from '@/lib/db/read/metering'
import { readSeedState } from '@/lib/db/read/seed-state'
import { saveIntervalDays, type IntervalDay } from '@/lib/db/write/interval-days'
import { addDays, localDateOf, type LocalDate } from '@/lib/domain/metering/calendar'
import { meteredHours, sourceDateOf, type HourlySeries } from '@/lib/domain/metering/series'
import { env } from '@/lib/env'
import { listSeries, readSeries, type SeriesSource } from '@/lib/formats/measured-years'

const SALT_BYTES = 32

/** What the seed notes of the meter that repeats a series. */
export interface SimulatedMeter {
  meterId: string
}

/** Adds the days that have passed since the last stored one. @returns how many meter-days were added. */
export async function simulateDays(now: number): Promise<number> {
  const today = localDateOf(now, env.marketTimeZone)
  let added = 0
  for (const source of await listSeries()) {
    const meter = (await readSeedState(simulatedMeterKey(source))) as SimulatedMeter | undefined
    const last = meter && (await lastIntervalDay(meter.meterId))
    if (!meter || !last || addDays(last, 1) >= today) continue
    added += await storeDays(meter.meterId, source, await readSeries(source), { from: addDays(last, 1), to: today })
  }
  return added
}

export const simulatedMeterKey = ({ key }: Pick<SeriesSource, 'key'>) => `meter ${key}`

/** All days in [from, to), each with a salt of its own. */
export async function storeDays(
  meterId: string,
  source: SeriesSource,
  series: HourlySeries,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<number> {
  const days: IntervalDay[] = []
  for (let day = from; day < to; day = addDays(day, 1)) {
    const hours = meteredHours(series, day, env.marketTimeZone)
    const measuredOn = sourceDateOf(series, day)
    const substituted = source.substituted.some((hour) => hour.startsWith(measuredOn))
    days.push({
      meterId,
      day,
      importWh: hours.map((hour) => hour.importWh),
      exportWh: hours.map((hour) => hour.exportWh),
      minutes: 60,
      quality: substituted ? 'Substituted' : 'Measured',
      salt: randomBytes(SALT_BYTES),
    })
  }
  return asWorker((tx) => saveIntervalDays(tx, days))
}
