/** The interval store: what was there before it moved in whole, and whoever replaces a day keeps the one before. */
import { readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { asWorker } from './client'
import { doubtfulMeters } from './read/doubtful-meters'
import { heatMapOf, monthSumsOf, yearSumsOf } from './read/meter-energy'
import { withDatabase } from './testing/database'
import { ensurePartitions, saveIntervalDays } from './write/interval-days'
import { saveMeter, saveMeterLabel } from './write/metering'
import { registerValues } from '@/lib/domain/metering/register-values'
import { watt, wh } from '@/lib/domain/units/units'

const database = withDatabase()
const MIGRATIONS = 'prisma/migrations'
const THIS = '20261129000000_interval_store'
const METER = `0x${'1'.repeat(64)}` as const
const HOLDER = '0x00000000000000000000000000000000000000c1'
const OPERATOR = '0x00000000000000000000000000000000000000b0'
const SPAN = { from: '2025-01-01', to: '2027-01-01' }

describe('the migration', () => {
  it('moves every row with its sums', async () => {
    const before = readdirSync(MIGRATIONS).filter((name) => name < THIS)
    const sql = (name: string) => readFileSync(`${MIGRATIONS}/${name}/migration.sql`, 'utf8')
    await withEmptyDatabase(async (client) => {
      for (const name of before) await client.query(sql(name))
      await client.query('SET ROLE switchyard_worker')
      // 127 and 128 Wh, 16,384 and 4,294,967,295: one byte, two, three and five, written out by hand.
      await client.query(`INSERT INTO interval_day (meter_id, day, data, export_data, minutes, quality, salt) VALUES
        ('m', '2025-12-31', '\\x7f8001', '\\x0000', 720, 'Measured', '\\x01'),
        ('m', '2026-02-01', '\\x808001ffffffff0f', '\\x0501', 720, 'Estimated', '\\x02')`)
      await client.query('RESET ROLE')
      await client.query(sql(THIS))
      await client.query('SET ROLE switchyard_worker')
      const { rows } = await client.query(
        `SELECT day::text, encode(data, 'hex') AS data, encode(salt, 'hex') AS salt, quality, version, import_wh, export_wh,
           tableoid::regclass::text AS part FROM interval_day ORDER BY day`,
      )
      const first = { day: '2025-12-31', data: '7f8001', salt: '01', quality: 'Measured', part: 'interval_day_2025_12' }
      const second = { day: '2026-02-01', data: '808001ffffffff0f', salt: '02', part: 'interval_day_2026_02' }
      expect(rows).toEqual([
        { ...first, version: 1, import_wh: '255', export_wh: '0' },
        { ...second, quality: 'Estimated', version: 1, import_wh: '4294983679', export_wh: '6' },
      ])
    })
  })
})

/** As the same login, without any migration. */
async function withEmptyDatabase(work: (client: Client) => Promise<void>): Promise<void> {
  const name = `spec_empty_${process.pid}`
  await database.query(`CREATE DATABASE ${name} OWNER switchyard_spec`)
  const client = new Client({
    connectionString: Object.assign(new URL(database.url()), { pathname: `/${name}` }).toString(),
  })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
    await database.query(`DROP DATABASE ${name}`)
  }
}

describe('a partition', () => {
  it('is made once, also by two at the same time', async () => {
    const span = { from: '2019-11-30', to: '2020-02-01' }
    await Promise.all(Array.from({ length: 6 }, () => asWorker((tx) => ensurePartitions(tx, span))))
    const rows = await database.query(
      "SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r' AND relname < 'interval_day_2021' ORDER BY 1",
    )
    expect(rows.map(({ relname }) => relname)).toEqual(
      ['2019_11', '2019_12', '2020_01', '2020_02'].map((month) => `interval_day_${month}`),
    )
  })

  it.each([
    ['1999-12-31', '2000-01-01'],
    ['2099-12-31', '2100-01-01'],
  ])('of a year that no meter file has is refused: %s to %s', async (from, to) => {
    await expect(asWorker((tx) => ensurePartitions(tx, { from, to }))).rejects.toThrow('are stored')
  })
})

describe('a day', () => {
  it('that is replaced is kept, whatever statement replaces it', async () => {
    const day = { meterId: METER, day: '2026-01-02', minutes: 1_440, exportWh: [wh(0n)], salt: new Uint8Array([1]) }
    await asWorker((tx) => saveIntervalDays(tx, [{ ...day, importWh: [wh(5n)], quality: 'Estimated' }]))
    await asWorker((tx) => saveIntervalDays(tx, [{ ...day, importWh: [wh(6n)], quality: 'Measured' }]))
    await asWorker(
      (tx) => tx.$executeRaw`UPDATE interval_day SET data = '\\x07', import_wh = 7 WHERE meter_id = ${METER}`,
    )
    // Neither data nor quality changes: no new version.
    await asWorker((tx) => tx.$executeRaw`UPDATE interval_day SET salt = '\\x02' WHERE meter_id = ${METER}`)
    const versions = await database.query(
      "SELECT version, encode(data, 'hex') AS data, quality FROM interval_day_version ORDER BY version",
    )
    expect(versions).toEqual([
      { version: 1, data: '05', quality: 'Estimated' },
      { version: 2, data: '06', quality: 'Measured' },
    ])
    expect(await database.query('SELECT version FROM interval_day')).toEqual([{ version: 3 }])
  })
})

describe('long spans', () => {
  const quarters = (energy: bigint) => Array.from({ length: 96 }, () => wh(energy))

  it('are summed by month and year, and shown hour by hour', async () => {
    await addMeter()
    const day = {
      meterId: METER,
      minutes: 15,
      exportWh: quarters(1n),
      quality: 'Measured',
      salt: new Uint8Array([1]),
    } as const
    const qualities = quarters(0n).map((_, quarter) => (quarter === 5 ? 'Estimated' : 'Measured'))
    await asWorker((tx) =>
      saveIntervalDays(tx, [
        { ...day, day: '2025-12-31', importWh: quarters(10n) },
        { ...day, day: '2026-01-01', importWh: quarters(20n), quality: qualities },
        { ...day, day: '2026-01-02', importWh: quarters(30n) },
      ]),
    )
    const viewer = { address: HOLDER }
    expect(await monthSumsOf(viewer, METER, SPAN)).toEqual([
      { span: '2025-12', importWh: 960n, exportWh: 96n, days: 1, measuredDays: 1 },
      { span: '2026-01', importWh: 4_800n, exportWh: 192n, days: 2, measuredDays: 1 },
    ])
    expect((await yearSumsOf(viewer, METER, SPAN)).map(({ span, days }) => [span, days])).toEqual([
      ['2025', 1],
      ['2026', 2],
    ])
    const [, second] = await heatMapOf(viewer, METER, SPAN)
    expect(second?.hours).toHaveLength(24)
    expect(second?.hours.slice(0, 3)).toEqual([
      { hour: 0, importWh: 80n, exportWh: 4n, quality: 'Measured' },
      { hour: 1, importWh: 80n, exportWh: 4n, quality: 'Estimated' },
      { hour: 2, importWh: 80n, exportWh: 4n, quality: 'Measured' },
    ])
    expect(await monthSumsOf({ address: '0xdead' }, METER, SPAN)).toEqual([])
  })

  it('show the operator, and nobody else, which meters are not wholly measured', async () => {
    const week = { from: '2025-12-31', to: '2026-01-07' }
    expect(await doubtfulMeters({ address: OPERATOR }, week)).toEqual({
      meters: [
        {
          ...{ meterId: METER, label: 'Home', number: 'M1', lastDay: '2026-01-02' },
          ...{ estimated: 1, substituted: 0, incomplete: 0, absent: 4 },
        },
      ],
      next: null,
    })
    expect((await doubtfulMeters({ address: HOLDER }, week)).meters).toEqual([])
    expect((await doubtfulMeters({ address: OPERATOR }, { from: '2026-01-02', to: '2026-01-03' })).meters).toEqual([])
  })
})

async function addMeter(): Promise<void> {
  const zero = registerValues([0n, 0n, 0n, 0n, 0n].map(wh))
  const read = { meterId: METER, time: 0, sequence: 0, quality: 'Measured', importWh: zero, exportWh: wh(0n) } as const
  const point = { operator: OPERATOR, holder: HOLDER, region: 42, voltageClass: 1, customerClass: 'Household' } as const
  const meter = { ...point, capacity: watt(10_000n), digits: 9, multiplier: 1, signer: '0x' } as const
  await asWorker(async (tx) => {
    await saveMeter(tx, { id: METER, meter, opening: { ...read, maxDemand: watt(0n), intervalRoot: METER } })
    await saveMeterLabel(tx, { meterId: METER, label: 'Home', number: 'M1', salt: new Uint8Array(32) })
  })
}
