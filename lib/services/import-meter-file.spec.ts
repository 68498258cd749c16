/** Meter files become days of the store, whole or not at all. The market is in Shanghai: days of 24 hours from 16:00 UTC. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '@/lib/db/client'
import { getImport, importsOf } from '@/lib/db/read/imports'
import { daysOf } from '@/lib/db/read/metering'
import { withDatabase } from '@/lib/db/testing/database'
import type { ImportOutcome } from '@/lib/db/write/imports'
import { wh } from '@/lib/domain/units/units'
import type { MeterFileItem } from '@/lib/formats/meter-file'
import { importMeterFile } from './import-meter-file'
import { addMeter, blockOf, OPERATOR, orderOf, OTHER_OPERATOR } from './testing/metered'

const database = withDatabase()
const operator = { address: OPERATOR }

const METER = `0x${'1'.repeat(64)}` as const
const SECOND = `0x${'2'.repeat(64)}` as const
const FOREIGN = `0x${'3'.repeat(64)}` as const
/** Midnight of 2 January 2026 in Shanghai. */
const JAN_2 = Date.parse('2026-01-01T16:00:00Z') / 1_000
const HOUR = 3_600
const hours = (count: number, energy: bigint) => Array.from({ length: count }, () => energy)

beforeAll(async () => {
  await addMeter('M1', METER)
  await addMeter('M2', SECOND)
  await addMeter('X9', FOREIGN, OTHER_OPERATOR)
})

async function imported(items: readonly MeterFileItem[], given = {}): Promise<ImportOutcome & { id: string }> {
  const order = orderOf(items, given)
  const decision = await importMeterFile(order)
  if (!decision.ok) throw new Error(decision.refusal.name)
  return { ...decision.value, id: order.id }
}

/** Everything an import could change, with the transaction that wrote each row. */
const everything = () =>
  database.query(`
    SELECT meter_id, day::text, version, xmin::text FROM interval_day
    UNION ALL SELECT meter_id, day::text, version, xmin::text FROM interval_day_version
    UNION ALL SELECT meter_id, channel, time::int, xmin::text FROM register_reading ORDER BY 1, 2, 3`)

describe('a file of hours', () => {
  const twoDays = [blockOf({ start: JAN_2, energyWh: hours(48, 100n) })]

  it('becomes days with their sums, and a report', async () => {
    const outcome = await imported(twoDays)
    expect(outcome).toMatchObject({
      status: 'done',
      meters: 1,
      daysNew: 2,
      daysChanged: 0,
      daysUnchanged: 0,
      faults: 0,
    })
    expect(outcome).toMatchObject({ from: '2026-01-02', to: '2026-01-03' })
    expect(await daysOf(operator, METER)).toMatchObject([
      { day: '2026-01-02', importWh: hours(24, 100n), exportWh: hours(24, 0n), quality: 'Measured', minutes: 60 },
      { day: '2026-01-03' },
    ])
    const sums = await database.query('SELECT import_wh::int, export_wh::int, version FROM interval_day')
    expect(sums).toEqual(Array(2).fill({ import_wh: 2_400, export_wh: 0, version: 1 }))
    const report = await getImport(operator, outcome.id)
    expect(report).toMatchObject({ status: 'done', name: 'hours.csv', daysNew: 2, lines: [] })
    expect(report?.sha256).toMatch(/^[0-9a-f]{64}$/)
    // Two days of 24 hours, 100 Wh each.
    const total = {
      ...{ meterId: METER, meter: 'M1', channel: 'E1', direction: 'import', from: '2026-01-02', to: '2026-01-03' },
      ...{ intervals: 48, energyWh: 4_800n, estimated: 0, substituted: 0, missing: 0 },
    }
    expect([report?.channels, report?.totals]).toEqual([1, [total]])
    expect(outcome.totals).toEqual([total])
  })

  it('changes nothing when it comes again, and writes no row', async () => {
    const before = await everything()
    expect(await imported(twoDays)).toMatchObject({ status: 'done', daysNew: 0, daysChanged: 0, daysUnchanged: 2 })
    expect(await everything()).toEqual(before)
  })

  it('replaces what it says otherwise, and keeps what was there', async () => {
    const { id, ...outcome } = await imported([
      blockOf({ start: JAN_2, energyWh: [7n, 8n], quality: ['Substituted', 'Estimated'] }),
    ])
    expect(outcome).toMatchObject({ daysNew: 0, daysChanged: 1 })
    // Of the day that the file says something of, it says two hours.
    expect(outcome.totals).toMatchObject([{ intervals: 24, energyWh: 15n, estimated: 1, substituted: 1, missing: 22 }])
    const [day] = await daysOf(operator, METER)
    expect(day?.importWh).toEqual([7n, 8n, ...hours(22, 100n)])
    expect(day?.qualities.slice(0, 3)).toEqual(['Substituted', 'Estimated', 'Measured'])
    expect(day?.quality).toBe('Estimated')
    const kept = await database.query('SELECT day::text, version, quality, replaced_by FROM interval_day_version')
    expect(kept).toEqual([{ day: '2026-01-02', version: 1, quality: 'Measured', replaced_by: id }])
    expect(
      await database.query("SELECT version, import_wh::int AS wh FROM interval_day WHERE day = '2026-01-02'"),
    ).toEqual([{ version: 2, wh: 2_215 }])
  })

  it('leaves hours that nobody knows missing, with a remark', async () => {
    const outcome = await imported([blockOf({ meter: 'M2', start: JAN_2 + 6 * HOUR, energyWh: hours(12, 5n) })])
    expect(outcome).toMatchObject({ daysNew: 1, faults: 0 })
    const [day] = await daysOf(operator, SECOND)
    expect(day?.qualities.filter((quality) => quality === 'Missing')).toHaveLength(12)
    expect(day).toMatchObject({ quality: 'Missing' })
    expect(outcome.lines.map(({ name, facts }) => [name, facts.meter])).toEqual([
      ['IntervalsMissing', 'M2'],
      ['IntervalsMissing', 'M2'],
    ])
  })

  it('adds up channels, and lets a line replace an earlier one where its reader says so', async () => {
    await imported([
      blockOf({ meter: 'M2', start: JAN_2 + 86_400, energyWh: hours(24, 1n) }),
      blockOf({ meter: 'M2', channel: 'E2', start: JAN_2 + 86_400, energyWh: hours(24, 10n) }),
      blockOf({ meter: 'M2', channel: 'B1', direction: 'export', start: JAN_2 + 86_400, energyWh: hours(24, 3n) }),
      blockOf({ meter: 'M2', start: JAN_2 + 86_400 + HOUR, energyWh: [2n], replaces: true }),
    ])
    const [day] = await daysOf(operator, SECOND, { from: '2026-01-03', to: '2026-01-04' })
    expect(day?.importWh).toEqual([11n, 12n, ...hours(22, 11n)])
    expect(day?.exportWh).toEqual(hours(24, 3n))
  })

  it('says what it would change when it is only asked', async () => {
    const before = await everything()
    const count = (await importsOf(operator)).length
    const outcome = await imported([blockOf({ start: JAN_2, energyWh: hours(96, 9n) })], { dryRun: true })
    expect(outcome).toMatchObject({ status: 'done', daysNew: 2, daysChanged: 2 })
    expect(await everything()).toEqual(before)
    expect(await importsOf(operator)).toHaveLength(count)
  })
})

describe('a file with a fault', () => {
  const good = blockOf({ start: JAN_2 + 10 * 86_400, energyWh: hours(24, 1n) })

  it.each<[string, MeterFileItem[], object]>([
    ['LineMalformed', [good, { kind: 'fault', about: { name: 'LineMalformed', facts: {}, line: 7 } }], {}],
    ['MeterNotYours', [good, { ...good, meter: 'X9', line: 3 }], {}],
    ['MeterNotYours', [good, { ...good, meter: 'constructor' }], { meters: {} }],
    ['MeterNameMissing', [{ ...good, meter: '' }], {}],
    ['MetersSeveral', [good, { ...good, meter: 'M2' }], { meter: 'M1' }],
    ['IntervalsMisaligned', [good, { ...good, start: good.start + 60 }], {}],
    ['IntervalLengthUnusual', [good, { ...good, seconds: 420 }], {}],
    ['IntervalTooLarge', [{ ...good, energyWh: [wh(2n ** 32n)] }], {}],
    ['DayOutOfReach', [{ ...good, start: 0 }], {}],
    ['DayOutOfReach', [{ ...good, start: Math.floor(Date.now() / 86_400_000 + 4) * 86_400 }], {}],
    // 23 kW carry 23,000 Wh in an hour, and no more.
    ['IntervalAboveCapacity', [good, { ...good, start: good.start + 86_400, energyWh: [wh(23_002n)] }], {}],
    ['NothingFound', [], {}],
  ])('is refused: %s', async (name, items, given) => {
    const before = await everything()
    const { id, ...outcome } = await imported(items, given)
    expect(outcome).toMatchObject({ status: 'refused', daysNew: 0, daysChanged: 0 })
    expect(outcome.lines.map((line) => line.name)).toContain(name)
    expect(await everything()).toEqual(before)
    expect(await getImport(operator, id)).toMatchObject({ status: 'refused', from: null })
  })

  it('keeps a thousand lines of its report, and counts the rest', async () => {
    const remark = { kind: 'remark', about: { name: 'ReactiveLeftOut', facts: { channel: 'Q1' }, line: 4 } } as const
    const { id } = await imported([...Array<MeterFileItem>(1_500).fill(remark), { ...good, meter: 'nobody' }])
    const report = await getImport(operator, id)
    expect(report).toMatchObject({ remarks: 1_500, faults: 1 })
    expect(report?.lines).toHaveLength(1_000)
    expect(report?.lines.at(-1)).toMatchObject({ kind: 'fault', name: 'MeterNotYours' })
  })

  it('is read no further than a hundred faults', async () => {
    let said = 0
    const read = async function* () {
      for (; said < 5_000; said++)
        yield { kind: 'fault', about: { name: 'LineMalformed', facts: {}, line: said } } as const
    }
    expect(await imported([], { read })).toMatchObject({ status: 'refused', faults: 100, sha256: null })
    expect(said).toBe(99)
  })
})

describe('an import', () => {
  it('is known by its id once', async () => {
    const { id } = await imported([blockOf({ start: JAN_2, energyWh: [7n] })])
    const again = await importMeterFile(orderOf([blockOf({ start: JAN_2, energyWh: [1n] })], { id }))
    expect(again).toMatchObject({ ok: false, refusal: { name: 'ImportKnown' } })
    expect((await getImport(operator, id))?.status).toBe('done')
  })

  it('is seen by its operator only', async () => {
    const { id } = await imported([blockOf({ start: JAN_2, energyWh: [7n] })])
    const other = { address: OTHER_OPERATOR }
    expect([await getImport(other, id), await importsOf(other)]).toEqual([null, []])
    expect(await getImport(operator, 'no uuid')).toBeNull()
  })

  it('of one meter waits for another, and both are kept', async () => {
    const start = JAN_2 + 20 * 86_400
    const both = await Promise.all([
      imported([blockOf({ start, energyWh: hours(12, 1n) })]),
      imported([blockOf({ start: start + 12 * HOUR, energyWh: hours(12, 2n) })]),
    ])
    expect(both.map(({ status }) => status)).toEqual(['done', 'done'])
    expect(both.map(({ daysNew, daysChanged }) => daysNew + daysChanged)).toEqual([1, 1])
    const [day] = await daysOf(operator, METER, { from: '2026-01-22', to: '2026-01-23' })
    expect(day?.importWh).toEqual([...hours(12, 1n), ...hours(12, 2n)])
  })

  it('keeps what registers showed, the last word for each instant', async () => {
    const named = { kind: 'reading', meter: 'M1', channel: '1.8.1', direction: 'import', line: 1 } as const
    const reading = { ...named, register: 'peak', quality: 'Measured', time: JAN_2, valueWh: wh(5n) } as const
    const outcome = await imported([
      reading,
      { ...reading, valueWh: wh(6n) },
      { ...reading, time: JAN_2 + 1, register: null },
    ])
    expect(outcome).toMatchObject({ status: 'done', readings: 2, daysNew: 0 })
    const rows = await asWorker((tx) => tx.registerReading.findMany({ orderBy: { time: 'asc' } }))
    expect(rows.map(({ valueWh, register }) => [valueWh.toString(), register])).toEqual([
      ['6', 1],
      ['5', null],
    ])
    expect(await imported([{ ...reading, valueWh: wh(6n) }])).toMatchObject({ readings: 0 })
  })

  it('says which days were billed already', async () => {
    await database.query(
      `INSERT INTO bill (id, agreement_id, start, "end", consumer, retailer, grid, offer_id, meter_id, contracted_wh, total,
         tx_hash, block_number, settled_at)
       VALUES ('b', 'a', $1, $2, 'c', 'r', 'g', 'o', $3, 0, 0, 't', 1, 1)`,
      [JAN_2, JAN_2 + 2 * 86_400, METER],
    )
    const outcome = await imported([blockOf({ start: JAN_2, energyWh: hours(72, 42n) })])
    expect(outcome.lines).toEqual([
      {
        kind: 'remark',
        name: 'DaysAlreadyBilled',
        facts: { meter: 'M1', from: '2026-01-02', to: '2026-01-03', days: 2 },
        line: null,
      },
    ])
  })
})
