/** Meter files and senders that want to do harm: each is refused by name, and nobody else notices. */
import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { withDatabase } from '@/lib/db/testing/database'
import type { ImportOutcome } from '@/lib/db/write/imports'
import { wh } from '@/lib/domain/units/units'
import type { MeterFileItem, RegisterReading } from '@/lib/formats/meter-file'
import { importMeterFile } from './import-meter-file'
import { addMeter, blockOf, orderOf } from './testing/metered'

const database = withDatabase()
const METER = `0x${'1'.repeat(64)}` as const
const JAN_2 = Date.parse('2026-01-01T16:00:00Z') / 1_000
const LARGEST_WH = 2n ** 32n - 1n

beforeAll(() => addMeter('M1', METER))

async function imported(items: readonly MeterFileItem[], given = {}): Promise<ImportOutcome> {
  const decision = await importMeterFile(orderOf(items, given))
  if (!decision.ok) throw new Error(decision.refusal.name)
  return decision.value
}

function readingOf(meter: string): RegisterReading {
  const named = { channel: '1.8.0', direction: 'import', register: null, quality: 'Measured', line: 1 } as const
  return { kind: 'reading', meter, ...named, time: JAN_2, valueWh: wh(1n) }
}

describe('energies that a day cannot hold', () => {
  it('are a fault also where only their sum is too large', async () => {
    const channels = ['E1', 'E2'].map((channel) => blockOf({ channel, start: JAN_2, energyWh: [LARGEST_WH] }))
    const about = { meter: 'M1', day: '2026-01-02', energy: (2n * LARGEST_WH).toString() }
    expect(await imported(channels)).toMatchObject({
      status: 'refused',
      lines: [{ kind: 'fault', name: 'IntervalSumTooLarge', facts: about }],
    })
    const small = channels.map((channel) => ({ ...channel, energyWh: [wh(1n)] }))
    expect(await imported(small)).toMatchObject({ status: 'done', daysNew: 1 })
  })
})

describe('times beyond all calendars', () => {
  const seconds = (text: string) => Date.parse(text) / 1_000
  it.each([
    ['hours of the last day of the year 9999', blockOf({ start: seconds('9999-12-31T12:00Z'), energyWh: [1n] })],
    [
      'days into the year 10000',
      blockOf({ start: seconds('9999-12-29T16:00Z'), seconds: 86_400, energyWh: [1n, 1n, 1n, 1n] }),
    ],
    ['hours that no date has', blockOf({ start: 9e14, energyWh: [1n] })],
    ['hours of the year 1', blockOf({ start: seconds('0001-01-01T16:00Z'), energyWh: [1n] })],
    ['hours before all years', blockOf({ start: -9e14, energyWh: [1n] })],
    ['a reading of the year 2286', { ...readingOf('M1'), time: 9_999_999_999 }],
    ['a reading of no date', { ...readingOf('M1'), time: 9e14 }],
    ['a reading of 1970', { ...readingOf('M1'), time: 0 }],
  ])('are a fault: %s', async (_, item) => {
    expect(await imported([item])).toMatchObject({ status: 'refused', faults: 1, lines: [{ name: 'DayOutOfReach' }] })
    const parts = await database.query(
      "SELECT count(*)::int FROM pg_inherits WHERE inhparent = 'interval_day'::regclass",
    )
    expect(parts[0]?.count).toBeLessThan(5)
  })
})

describe('names without end', () => {
  it('of one meter do not stop a file that says which meter it is about', async () => {
    const name = randomBytes(10_000).toString('hex')
    expect(await imported([readingOf(name)], { meter: 'M1' })).toMatchObject({ status: 'done', readings: 1 })
  })

  it('are short in the report', async () => {
    const { lines } = await imported([readingOf(`X${'9'.repeat(19_000)}`)])
    expect(lines).toMatchObject([{ name: 'MeterNotYours' }])
    expect(JSON.stringify(lines).length).toBeLessThan(500)
  })

  it('of more meters than anybody has are refused before they are looked up', async () => {
    const meters = Array.from({ length: 50_001 }, (_, number) => readingOf(`N${number}`))
    expect(await imported(meters)).toMatchObject({
      status: 'refused',
      faults: 1,
      lines: [{ name: 'MetersTooMany', facts: { most: 50_000 } }],
    })
  })
})

describe('a sender that does not end', () => {
  const connections = async () =>
    Number((await database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))[0]?.count)

  /** Until it is let go. */
  function endless(id: string = randomUUID()) {
    let letGo = () => {}
    const end = new Promise<void>((resolve) => (letGo = resolve))
    async function* bytes() {
      yield new Uint8Array([1])
      await end
    }
    return { order: orderOf([], { id, bytes: bytes() }), letGo }
  }

  it('keeps nobody waiting who asks for the same import', async () => {
    const first = endless()
    const done = importMeterFile(first.order)
    await expect.poll(connections).toBe(1)
    const again = importMeterFile(endless(first.order.id).order)
    const late = new Promise((resolve) => setTimeout(resolve, 5_000, 'kept waiting'))
    expect(await Promise.race([again, late])).toMatchObject({ ok: false, refusal: { name: 'ImportKnown' } })
    first.letGo()
    await done
  })

  it('takes three connections and no more, however many come at once', async () => {
    const all = Array.from({ length: 12 }, () => endless())
    const decisions = all.map(({ order }) => importMeterFile(order))
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    expect(await connections()).toBe(3)
    for (const { letGo } of all) letGo()
    const names = (await Promise.all(decisions)).map((decision) => (decision.ok ? 'taken' : decision.refusal.name))
    expect(names.filter((name) => name === 'TooManyRequests')).toHaveLength(9)
    // Whoever has ended makes room.
    expect(await imported([blockOf({ start: JAN_2, energyWh: [1n] })])).toMatchObject({ status: 'done' })
  })
})
