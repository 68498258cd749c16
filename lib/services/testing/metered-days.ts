/** One meter of an operator with a day that has holes, for specs about changing interval data. Needs a database, no chain. */
import { asWorker } from '@/lib/db/client'
import { saveIntervalDays } from '@/lib/db/write/interval-days'
import { saveMeter, saveRead } from '@/lib/db/write/metering'
import { versionedDays } from '@/lib/db/read/interval-changes'
import type { TestDatabase } from '@/lib/db/testing/database'
import type { Decision } from '@/lib/domain/decision'
import { addDays } from '@/lib/domain/metering/calendar'
import type { Meter } from '@/lib/domain/metering/meter'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import { places, sampleDay } from '@/lib/domain/metering/meter-day.sample'
import { sampleState } from '@/lib/domain/metering/registers.sample'
import { watt } from '@/lib/domain/units/units'
import { applyEstimate, previewEstimate, type EstimateOrder } from '../estimate-gaps'

const who = (pair: string) => ({ address: `0x${pair.repeat(20)}` as const })
export const operator = who('11')
export const holder = who('22')
export const stranger = who('33')
/** Operates another meter. */
export const rival = who('44')

export const meterId = `0x${'a1'.repeat(32)}` as const
const meter: Meter = {
  operator: operator.address,
  holder: holder.address,
  region: 42,
  voltageClass: 1,
  customerClass: 'Household',
  capacity: watt(50_000n),
  digits: 9,
  multiplier: 1,
  signer: '0x00',
}
const NO_ROOT = `0x${'0'.repeat(64)}` as const

/** A Wednesday: 100 Wh in each hour of the morning, the afternoon missing. The day before has 200 Wh in each hour. */
export const DAY = '2026-01-14'
export const [START, END] = ['2026-01-13T16:00Z', '2026-01-14T16:00Z'] as const

const readAt = (time: string, registers: number[]) => ({
  ...sampleState(time, registers),
  meterId,
  sequence: Date.parse(time) / 3_600_000,
  quality: 'Measured' as const,
  maxDemand: watt(0n),
  intervalRoot: NO_ROOT,
})

export async function saveSampleMeters(): Promise<void> {
  const opening = readAt('2025-12-31T16:00Z', [0, 0, 0, 0, 0])
  const other = { id: `0x${'b2'.repeat(32)}`, meter: { ...meter, operator: rival.address }, opening }
  await asWorker(async (tx) => {
    await saveMeter(tx, { id: meterId, meter, opening })
    await saveMeter(tx, other)
  })
}

export async function resetDays(database: TestDatabase): Promise<void> {
  for (const table of ['interval_day', 'interval_day_version', 'interval_change', 'meter_read'])
    await database.query(`DELETE FROM ${table}`)
  await putDays(sampleDay('2026-01-13', { importWh: 200 }), sampleDay(DAY, { importWh: 100, missing: places(12, 24) }))
}

export function putDays(...days: MeterDay[]): Promise<number> {
  const rows = days.map(({ qualities, ...day }) => ({ ...day, meterId, quality: qualities, salt: new Uint8Array(32) }))
  return asWorker((tx) => saveIntervalDays(tx, rows))
}

export const putRead = (time: string, registers: number[]) =>
  asWorker((tx) => saveRead(tx, readAt(time, registers), '0x01'))

export async function shownDay(day = DAY) {
  const [found] = await versionedDays(operator, meterId, { from: day, to: addDays(day, 1) })
  return found && { ...found, importWh: found.importWh.map(Number) }
}

export const refusalOf = (decision: Decision<unknown>) => (decision.ok ? 'none' : decision.refusal.name)

/** Fills the gap of an order as its operator does: the preview, then what it showed. @returns the change. */
export async function filledGap(order: EstimateOrder): Promise<string> {
  const preview = await previewEstimate(operator, order)
  if (!preview.ok) throw new Error(preview.refusal.name)
  const { fingerprint } = preview.value
  const applied = await applyEstimate(operator, order, { fingerprint, reason: 'Modem was down' })
  if (!applied.ok) throw new Error(applied.refusal.name)
  return applied.value.change
}
