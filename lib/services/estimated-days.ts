/**
 * Days on which a demo meter could not be reached: somebody guessed what it measured. The meter itself went on counting, which is
 * noted apart, so that it can be read later. Demo only.
 */
import { randomBytes } from 'node:crypto'
import { asWorker } from '@/lib/db/client'
import { readSeedState } from '@/lib/db/read/seed-state'
import { storedDays, type StoredDay } from '@/lib/db/read/settlement-inputs'
import { saveIntervalDays } from '@/lib/db/write/interval-days'
import { saveSeedState } from '@/lib/db/write/seed-state'
import type { LocalDate } from '@/lib/domain/metering/calendar'
import { unpackDay } from '@/lib/domain/metering/intervals'
import type { ReadQuality } from '@/lib/domain/metering/read'
import { wh, type Wh } from '@/lib/domain/units/units'

const SALT_BYTES = 32

/** What each hour of a day measured, as decimal strings. */
type MeasuredDays = Record<LocalDate, string[]>

const keyOf = (meterId: string) => `measured ${meterId}`

/** Puts guesses in the place of what was measured in [from, to). */
export async function estimateDays(
  meterId: string,
  span: { from: LocalDate; to: LocalDate },
  guess: (measured: Wh) => Wh,
): Promise<void> {
  const days = await storedDays(meterId, span)
  // A seed that was interrupted here has guessed already.
  if (days.some(({ quality }) => quality === 'Estimated')) return
  const measured = Object.fromEntries(days.map(({ day, data }) => [day, unpackDay(data)]))
  await saveSeedState(keyOf(meterId), measured)
  await replace(meterId, days, 'Estimated', (day) => (measured[day] ?? []).map(guess))
}

/** What the meter counted takes the place of the guesses. */
export async function measureDays(meterId: string, days: readonly StoredDay[]): Promise<void> {
  const measured = ((await readSeedState(keyOf(meterId))) ?? {}) as MeasuredDays
  const known = days.filter(({ day, quality }) => quality === 'Estimated' && measured[day])
  await replace(meterId, known, 'Measured', (day) => (measured[day] ?? []).map((energy) => wh(BigInt(energy))))
}

async function replace(
  meterId: string,
  days: readonly StoredDay[],
  quality: ReadQuality,
  importOf: (day: LocalDate) => Wh[],
): Promise<void> {
  const rows = days.map(({ day, exportData, minutes }) => {
    const salt = randomBytes(SALT_BYTES)
    return { meterId, day, importWh: importOf(day), exportWh: unpackDay(exportData), minutes, quality, salt }
  })
  await asWorker((tx) => saveIntervalDays(tx, rows))
}
