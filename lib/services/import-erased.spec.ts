/** A meter file that is imported again after somebody had days of it erased. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '@/lib/db/client'
import { daysOf } from '@/lib/db/read/metering'
import { withDatabase } from '@/lib/db/testing/database'
import { wh } from '@/lib/domain/units/units'
import type { MeterFileItem } from '@/lib/formats/meter-file'
import { deleteDays, deleteRegisterReadings, insertErasure } from '@/lib/db/write/erasures'
import { importMeterFile } from './import-meter-file'
import { addMeter, blockOf, OPERATOR, orderOf } from './testing/metered'

const database = withDatabase()
const METER = `0x${'1'.repeat(64)}` as const
/** Midnight of 2 January 2026 in Shanghai. */
const JAN_2 = Date.parse('2026-01-01T16:00:00Z') / 1_000
/** Register values at noon of each day. */
const readings = [0, 1, 2].map((day): MeterFileItem => {
  const named = {
    kind: 'reading',
    meter: 'M1',
    channel: '1.8.0',
    direction: 'import',
    register: null,
    line: 1,
  } as const
  return { ...named, time: JAN_2 + day * 86_400 + 43_200, valueWh: wh(BigInt(day)), quality: 'Measured' }
})
const threeDays = [blockOf({ start: JAN_2, energyWh: Array.from({ length: 72 }, () => 100n) }), ...readings]

async function imported() {
  const decision = await importMeterFile(orderOf(threeDays, {}))
  if (!decision.ok) throw new Error(decision.refusal.name)
  return decision.value
}

beforeAll(async () => {
  await addMeter('M1', METER)
  await imported()
  const span = { from: '2026-01-01', to: '2026-01-04' }
  await asWorker(async (tx) => {
    const days = await deleteDays(tx, METER, span)
    await deleteRegisterReadings(tx, METER, { start: 0, end: JAN_2 + 2 * 86_400 })
    await insertErasure(tx, { meterId: METER, ...span, days, askedBy: 'operator', unlinked: false, at: JAN_2 })
  })
})

describe('a file with days that were erased', () => {
  it('brings none of them back, takes the others, and says which it left out', async () => {
    const outcome = await imported()
    expect(outcome).toMatchObject({ status: 'done', daysNew: 0, daysUnchanged: 1, faults: 0, remarks: 2 })
    expect(outcome.lines).toEqual(
      ['2026-01-02', '2026-01-03'].map((day) => ({
        kind: 'remark',
        name: 'DayErased',
        facts: { meter: 'M1', day },
        line: null,
      })),
    )
    expect((await daysOf({ address: OPERATOR }, METER)).map(({ day }) => day)).toEqual(['2026-01-04'])
    // Nor does the report tell of them in a sum.
    expect(outcome.totals).toMatchObject([{ from: '2026-01-04', to: '2026-01-04', intervals: 24, energyWh: 2_400n }])
    const kept = await database.query('SELECT time::int FROM register_reading')
    expect(kept).toEqual([{ time: JAN_2 + 2 * 86_400 + 43_200 }])
  })
})
