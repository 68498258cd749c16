/** Real files through the whole import: what is stored is what another program counted in them (samples/nem12/totals.json). */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { withDatabase } from '@/lib/db/testing/database'
import { saveCsvMapping } from '@/lib/db/write/csv-mappings'
import { takeMeterFile, type FileOrder } from './take-meter-file'
import { addMeter, OPERATOR } from './testing/metered'

const database = withDatabase()
const SAMPLES = 'lib/formats/samples'
const METER = `0x${'1'.repeat(64)}` as const

beforeAll(() => addMeter('NMI1234567', METER))

function orderOf(file: string, given: Partial<FileOrder> = {}): FileOrder {
  const bytes = given.bytes ?? createReadStream(`${SAMPLES}/${file}`)
  return { id: randomUUID(), operator: OPERATOR, name: file, ...given, bytes }
}

const text = async function* (lines: string[]) {
  yield new TextEncoder().encode(lines.join('\n'))
}

describe('a real file', () => {
  it('of five-minute intervals in UTC+10 is stored to the watt-hour, and changes nothing the second time', async () => {
    const file = 'nem12/Example_NEM12_month_solar.csv'
    const first = await takeMeterFile(orderOf(file))
    // 31 days of Brisbane lie in 32 of Shanghai.
    expect(first).toMatchObject({ ok: true, value: { status: 'done', format: 'nem12', daysNew: 32 } })
    const sums = 'SELECT sum(import_wh)::int AS import, sum(export_wh)::int AS export FROM interval_day'
    expect(await database.query(sums)).toEqual([{ import: 270_738, export: 589_172 }])
    const again = await takeMeterFile(orderOf(file))
    expect(again).toMatchObject({ ok: true, value: { daysNew: 0, daysChanged: 0, daysUnchanged: 32 } })
  })

  it('of a telegram without a time needs to be told when it was read', async () => {
    const order = () => orderOf('dsmr/TELEGRAM_V3.txt', { meter: 'NMI1234567' })
    const without = await takeMeterFile(order())
    expect(without).toMatchObject({ ok: true, value: { status: 'refused', readings: 0 } })
    const told = await takeMeterFile({ ...order(), at: 1_391_126_400 })
    expect(told).toMatchObject({ ok: true, value: { status: 'done', readings: 4 } })
    const rows = await database.query('SELECT DISTINCT time::int FROM register_reading')
    expect(rows).toEqual([{ time: 1_391_126_400 }])
  })
})

describe('a CSV of no known shape', () => {
  const rows = ['when;used', '2026-01-02 00:00;0,5', '2026-01-02 01:00;0,25']
  const order = (mapping?: string) => orderOf('own.csv', { bytes: text(rows), meter: 'NMI1234567', mapping })

  it('is refused without a mapping, and with the name of none', async () => {
    expect(await takeMeterFile(order())).toMatchObject({ ok: true, value: { status: 'refused' } })
    expect(await takeMeterFile(order('nobody’s'))).toMatchObject({ ok: false, refusal: { name: 'MappingUnknown' } })
  })

  it('is read as its operator said before', async () => {
    const mapping = {
      version: 1,
      zone: 'Asia/Shanghai',
      text: { decimal: ',' },
      time: { kind: 'stamp', column: 'when' },
      channels: [{ channel: 'E1', direction: 'import', unit: 'kWh', columns: ['used'] }],
    }
    await saveCsvMapping({ owner: OPERATOR, name: 'mine', mapping })
    expect(await takeMeterFile(order('mine'))).toMatchObject({ ok: true, value: { status: 'done', daysNew: 1 } })
    expect(await database.query("SELECT import_wh::int AS wh FROM interval_day WHERE day = '2026-01-02'")).toEqual([
      { wh: 750 },
    ])
  })
})
