/** Erasure on request, on a real database and a real chain: what goes, what stays, and who may ask. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_INDEX, demoAccount, demoRetailer } from '@/lib/chain/demo-keys'
import { asWorker } from '@/lib/db/client'
import { billsOfConsumer } from '@/lib/db/read/billing'
import { erasuresOf } from '@/lib/db/read/erasures'
import { daysOf, readsOf } from '@/lib/db/read/metering'
import { withDatabase } from '@/lib/db/testing/database'
import { saveMeterLabel } from '@/lib/db/write/metering'
import { dayBounds, localDateOf, type LocalDate } from '@/lib/domain/metering/calendar'
import type { Hex } from '@/lib/domain/units/hex'
import { eraseMetering, previewErasure, type ErasureRequest } from './erase-metering'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { proveDay } from './prove-day'
import { reconcile } from './reconcile'
import { addressOf, TIME_ZONE, withMarket } from './testing/market'
import { measure, signOver } from './testing/measured'
import { signSupply, valueOf, viewerOf, work } from './testing/supply'

const database = withDatabase()
const { market } = withMarket()

const [OWNER, STRANGER] = [viewerOf(0), viewerOf(1)]
const retailer = { address: addressOf(demoRetailer(0)) }
const operator = { address: addressOf(demoAccount(DEMO_INDEX.grid)) }
const LABEL = { label: 'Weir Lane 7', number: 'NMI-4102035', salt: new Uint8Array(32).fill(77) }
let request: ErasureRequest
let firstDay: LocalDate
const now = dayBounds('2026-02-20', TIME_ZONE).start + 3_600

beforeAll(async () => {
  await prepareJobs()
  await followOnce()
  for (const position of [0, 1]) await signSupply(market(), position)
  const { id: meterId, opening } = market().meters[0]!
  const [january, february] = market().periods
  firstDay = localDateOf(opening.time, TIME_ZONE)
  request = { meterId, person: OWNER.address }
  await asWorker((tx) => saveMeterLabel(tx, { meterId, ...LABEL }))
  await measure({ meterId, from: firstDay, to: '2026-02-20', eachWh: 500n })
  for (const time of [january!.start, february!.start]) {
    await market().moveTo(time + 60)
    await signOver(meterId, time)
    await work(market())
  }
  await measure({ meterId, from: '2026-01-12', to: '2026-01-14', eachWh: 900n, salt: 9 })
}, 120_000)
afterAll(stopSender)

/** Every byte of every table, as hexadecimal digits, wherever the pieces of it are looked for. */
async function holds(digits: string): Promise<string[]> {
  const tables = await database.query(`SELECT relname FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`)
  const found: string[] = []
  for (const { relname } of tables) {
    const rows = await database.query(`SELECT count(*) FROM "${String(relname)}" t WHERE t::text ILIKE $1`, [
      `%${digits}%`,
    ])
    if (rows[0]?.count !== '0') found.push(String(relname))
  }
  return found
}

const saltOf = async (day: string) => {
  const rows = await database.query(`SELECT encode(salt, 'hex') AS salt FROM interval_day WHERE day = $1`, [day])
  return String(rows[0]?.salt)
}

describe('who may ask for an erasure', () => {
  it('shows the holder what would go: the billed days, not the month that is not billed', async () => {
    expect(valueOf(await previewErasure(OWNER, request, now))).toMatchObject({
      spans: [{ from: firstDay, to: '2026-02-01' }],
      kept: [{ from: '2026-02-01', to: '2026-02-20', because: 'unbilled' }],
      days: 15 + 31,
      versions: 2,
      unlinks: false,
    })
  })

  it('lets the operator do it for the person that asked, and nobody else', async () => {
    expect(await previewErasure(operator, request, now)).toMatchObject({ ok: true })
    const refused = { ok: false, refusal: { name: 'NotYourMeter' } }
    for (const viewer of [STRANGER, retailer]) {
      expect(await previewErasure(viewer, request, now)).toMatchObject(refused)
      expect(await previewErasure(viewer, { ...request, person: viewer.address }, now)).toMatchObject(refused)
      expect(await eraseMetering(viewer, { ...request, seen: [] }, now)).toMatchObject(refused)
    }
    expect(await previewErasure(operator, { ...request, person: STRANGER.address }, now)).toMatchObject(refused)
    const nowhere: Hex = `0x${'99'.repeat(32)}`
    expect(await previewErasure(OWNER, { ...request, meterId: nowhere }, now)).toMatchObject(refused)
  })

  it('erases nothing that was not shown', async () => {
    const seen = [{ from: firstDay, to: '2026-01-31' }]
    expect(await eraseMetering(OWNER, { ...request, seen }, now)).toMatchObject({ refusal: { name: 'ErasureChanged' } })
    expect(await daysOf(OWNER, request.meterId)).toHaveLength(15 + 31 + 19)
  })
})

describe('an erasure', () => {
  let salts: string[]
  let billsBefore: unknown

  beforeAll(async () => {
    billsBefore = await billsOfConsumer(OWNER)
    salts = [await saltOf('2026-01-10'), await saltOf('2026-01-12')]
    for (const salt of salts) expect(await holds(salt)).not.toEqual([])
    await database.query(
      `INSERT INTO interval_change (id, meter_id, operator, kind, reason, detail)
       VALUES (gen_random_uuid(), $1, $2, 'edit', 'away on holiday', $3)`,
      [
        request.meterId,
        operator.address,
        { days: [{ day: '2026-01-12', version: 2 }], method: { scaledTo: '424242424242' } },
      ],
    )
    await database.query(
      `WITH file AS (INSERT INTO meter_import (id, operator, name, status) VALUES (gen_random_uuid(), $1, 'a', 'done') RETURNING id)
       INSERT INTO meter_import_total SELECT id, place, $1, meter, number, 'E1', 'import', from_day, to_day, 24, energy, 0, 0, 0
       FROM file, (VALUES (0, $2, $3, '2025-12-01'::date, '2026-01-20'::date, 515151515151),
         (1, $2, $3, '2026-02-01', '2026-02-02', 616161616161), (2, '0x01', 'other', '2025-12-01', '2026-01-20', 717171717171))
         AS given (place, meter, number, from_day, to_day, energy)`,
      [operator.address.toLowerCase(), request.meterId, LABEL.number],
    )
    const { spans } = valueOf(await previewErasure(OWNER, request, now))
    valueOf(await eraseMetering(OWNER, { ...request, seen: spans }, now))
  })

  it('leaves no salt and no interval of the days anywhere, in no version', async () => {
    for (const trace of [...salts, 'away on holiday', '424242424242', '515151515151'])
      expect(await holds(trace)).toEqual([])
    expect(await database.query('SELECT FROM interval_change')).toHaveLength(1)
    for (const trace of ['616161616161', '717171717171']) expect(await holds(trace)).toEqual(['meter_import_total'])
    expect((await daysOf(OWNER, request.meterId)).map(({ day }) => day)[0]).toBe('2026-02-01')
    const rows = await database.query(`SELECT FROM interval_day_version WHERE day < '2026-02-01'`)
    expect(rows).toEqual([])
  })

  it('leaves bills, reads and money as they were, and the books true', async () => {
    expect(await billsOfConsumer(OWNER)).toEqual(billsBefore)
    expect(await readsOf(OWNER, request.meterId)).toHaveLength(3)
    await reconcile()
    expect(await database.query('SELECT FROM alarm')).toEqual([])
  })

  it('is noted with its date, for those who could see the days, and names nobody', async () => {
    const [done] = await erasuresOf(OWNER, request.meterId)
    expect(done).toMatchObject({ from: firstDay, to: '2026-02-01', days: 46, unlinked: false, at: now })
    for (const viewer of [operator, retailer]) expect(await erasuresOf(viewer)).toHaveLength(1)
    expect(await erasuresOf(STRANGER)).toEqual([])
    const [row] = await database.query('SELECT e::text AS text FROM erasure e')
    expect(row?.text).not.toContain(OWNER.address.slice(2))
    expect(
      await database.query(`SELECT FROM information_schema.role_table_grants WHERE table_name = 'erasure'
      AND grantee = 'switchyard_worker' AND privilege_type IN ('UPDATE', 'DELETE')`),
    ).toEqual([])
  })

  it('is what a proof of such a day is refused with', async () => {
    const refused = await proveDay(OWNER, request.meterId, '2026-01-10')
    expect(refused).toMatchObject({ refusal: { name: 'DayErased', facts: { erasedAt: BigInt(now) } } })
    expect(await proveDay(STRANGER, request.meterId, '2026-01-10')).toMatchObject({ refusal: { name: 'DayUnknown' } })
  })

  it('is final: a file imported once more brings nothing back', async () => {
    const { meterId } = request
    await measure({ meterId, from: '2026-01-01', to: '2026-02-03', eachWh: 500n, salt: 3 })
    expect((await daysOf(OWNER, meterId)).map(({ day }) => day)[0]).toBe('2026-02-01')
    expect(await eraseMetering(OWNER, { ...request, seen: [] }, now)).toMatchObject({
      refusal: { name: 'NothingToErase' },
    })
  })

  it('goes on with the next bill as if nothing had been', async () => {
    const { meterId } = request
    const { end } = market().periods[1]!
    await measure({ meterId, from: '2026-02-03', to: '2026-03-01', eachWh: 500n, salt: 4 })
    await market().moveTo(end + 60)
    await signOver(meterId, end)
    await work(market())
    expect(await billsOfConsumer(OWNER)).toHaveLength(2)
    expect(await proveDay(OWNER, meterId, '2026-02-10')).toMatchObject({ ok: true })
  })
})

/** As the follower writes it when somebody else moves in on 11 February, or nobody does. */
async function movesOut(holder: string): Promise<void> {
  const { start } = dayBounds('2026-02-11', TIME_ZONE)
  await database.query('UPDATE agreement SET ended_at = $1 WHERE meter_id = $2', [start, request.meterId])
  const since = holder === OWNER.address ? 0 : start
  await database.query('UPDATE meter SET holder = $1, holder_since = $2 WHERE id = $3', [
    holder,
    since,
    request.meterId,
  ])
}
const later = dayBounds('2026-03-10', TIME_ZONE).start

describe('an erasure of somebody who moved out while somebody else moved in', () => {
  beforeAll(async () => {
    await movesOut(STRANGER.address)
    // A tree that was not found when its read was recorded: now is the last time that it can be.
    await database.query('DELETE FROM interval_tree')
    const preview = valueOf(await previewErasure(OWNER, request, later))
    expect(preview).toMatchObject({ spans: [{ from: '2026-02-01', to: '2026-02-11' }], unlinks: false, kept: [] })
    valueOf(await eraseMetering(OWNER, { ...request, seen: preview.spans }, later))
  })

  it('leaves the days of the new holder, which can be proven as before', async () => {
    expect(await proveDay(STRANGER, request.meterId, '2026-02-20')).toMatchObject({ ok: true })
    expect(await proveDay(operator, request.meterId, '2026-02-10')).toMatchObject({ refusal: { name: 'DayErased' } })
  })

  it('tells the new holder nothing of it, and leaves the number, which is now the other’s', async () => {
    expect(await erasuresOf(STRANGER, request.meterId)).toEqual([])
    expect(await holds(LABEL.number)).toEqual(['meter_label'])
  })
})

describe('an erasure of somebody who moved out of an empty home', () => {
  beforeAll(async () => {
    await movesOut(OWNER.address)
    const notes = { meterId: request.meterId, salt: `0x${'4d'.repeat(32)}` }
    await database.query(
      `INSERT INTO seed_state (key, value) VALUES ('meter sample', $1), ($2, '{"2026-02-01": ["1"]}')`,
      [JSON.stringify(notes), `measured ${request.meterId}`],
    )
    await database.query(
      `WITH file AS (INSERT INTO meter_import (id, operator, name) VALUES (gen_random_uuid(), $1, $2) RETURNING id)
       INSERT INTO meter_import_line (import_id, position, operator, kind, name, facts)
       SELECT id, 0, $1, 'remark', 'IntervalsUnused', $3 FROM file`,
      [operator.address.toLowerCase(), `${LABEL.number} 2026.csv`, { meter: LABEL.number, day: '2026-02-12' }],
    )
  })

  it('takes the rest of the days, and the number, the name and the salt of the meter', async () => {
    const preview = valueOf(await previewErasure(operator, request, later))
    expect(preview).toMatchObject({
      unlinks: true,
      kept: [],
      days: 18,
      spans: [{ from: '2026-02-11', to: '2026-03-10' }],
    })
    valueOf(await eraseMetering(operator, { ...request, seen: preview.spans }, later))
    expect(await daysOf(OWNER, request.meterId)).toEqual([])
    const traces = [LABEL.number, LABEL.label, '4d'.repeat(32), '"2026-02-01": ["1"]']
    for (const trace of traces) expect(await holds(trace)).toEqual([])
  })
})
