/** Erased is erased, also for whoever writes the same days at the same moment. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { asWorker } from '@/lib/db/client'
import { withDatabase } from '@/lib/db/testing/database'
import { saveIntervalDays } from '@/lib/db/write/interval-days'
import type { DaySpan } from '@/lib/domain/metering/gaps'
import { wh } from '@/lib/domain/units/units'
import type { RegisterReading } from '@/lib/formats/meter-file'
import { editInterval } from './edit-interval'
import { eraseMetering, previewErasure } from './erase-metering'
import { importMeterFile } from './import-meter-file'
import { addMeter, blockOf, OPERATOR, orderOf } from './testing/metered'

const database = withDatabase()
const operator = { address: OPERATOR }
const METER = `0x${'1'.repeat(64)}` as const
const HOLDER = '0x00000000000000000000000000000000000000c1' as const
const request = { meterId: METER, person: HOLDER }
/** Midnight of 2 January 2026 in Shanghai. */
const JAN_2 = Date.parse('2026-01-01T16:00:00Z') / 1_000
const now = JAN_2 + 40 * 86_400

beforeEach(async () => {
  await database.query(
    'TRUNCATE interval_day, interval_day_version, register_reading, erasure, meter_label, meter CASCADE',
  )
  await addMeter('M1', METER)
  const hours = Array.from({ length: 24 }, () => wh(100n))
  const day = { meterId: METER, day: '2026-01-02', minutes: 60, importWh: hours, exportWh: hours } as const
  await asWorker((tx) => saveIntervalDays(tx, [{ ...day, quality: 'Measured', salt: new Uint8Array(32) }]))
})

async function seen(): Promise<DaySpan[]> {
  const preview = await previewErasure(operator, request, now)
  if (!preview.ok) throw new Error(preview.refusal.name)
  return preview.value.spans
}

const left = async () =>
  (
    await database.query(`SELECT (SELECT count(*) FROM interval_day)::int AS days,
      (SELECT count(*) FROM interval_day_version)::int AS versions, (SELECT count(*) FROM register_reading)::int AS readings`)
  )[0]

/** Holds what a statement locks until it is let go. */
async function holding(lock: string, parameters: string[]) {
  let letGo = () => {}
  const end = new Promise<void>((resolve) => (letGo = resolve))
  let isHeld = () => {}
  const held = new Promise<void>((resolve) => (isHeld = resolve))
  const done = asWorker(async (tx) => {
    await tx.$queryRawUnsafe(lock, ...parameters)
    isHeld()
    await end
  })
  await held
  return { letGo, done }
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 700))

describe('an erasure', () => {
  it('takes also what an import is about to keep', async () => {
    const spans = await seen()
    const id = randomUUID()
    let lock: Awaited<ReturnType<typeof holding>> | undefined
    const named = { meter: 'M1', channel: '1.8.0', direction: 'import', register: null, line: 1 } as const
    const reading: RegisterReading = {
      kind: 'reading',
      ...named,
      time: JAN_2 + 90_000,
      valueWh: wh(1n),
      quality: 'Measured',
    }
    const order = orderOf([], {
      id,
      read: async function* (file) {
        for await (const _ of file.bytes) void _
        // The last thing an import does is to write its report.
        lock = await holding('SELECT FROM meter_import WHERE id = $1::uuid FOR UPDATE', [id])
        yield blockOf({ start: JAN_2 + 86_400, energyWh: Array.from({ length: 24 }, () => 7n) })
        yield reading
      },
    })
    const importing = importMeterFile(order)
    await expect.poll(() => lock !== undefined, { timeout: 10_000 }).toBe(true)
    await moment()
    const erasing = eraseMetering(operator, { ...request, seen: spans }, now)
    await moment()
    lock?.letGo()
    await lock?.done
    expect(await importing).toMatchObject({ ok: true, value: { status: 'done' } })
    expect(await erasing).toMatchObject({ ok: true })
    expect(await left()).toEqual({ days: 0, versions: 0, readings: 0 })
  })

  it('leaves no version behind of a day that somebody is editing', async () => {
    const spans = await seen()
    const lock = await holding('SELECT FROM interval_day WHERE meter_id = $1 FOR UPDATE', [METER])
    const edits = [{ start: JAN_2, importWh: wh(1n), exportWh: wh(1n) }]
    const edit = { meterId: METER, day: '2026-01-02', minutes: 60, edits, reason: 'Read by hand', version: 1, now }
    const editing = editInterval(operator, edit)
    await moment()
    const erasing = eraseMetering(operator, { ...request, seen: spans }, now)
    await moment()
    lock.letGo()
    await lock.done
    expect(await editing).toMatchObject({ ok: true })
    expect(await erasing).toMatchObject({ ok: true })
    expect(await left()).toEqual({ days: 0, versions: 0, readings: 0 })
  })
})
