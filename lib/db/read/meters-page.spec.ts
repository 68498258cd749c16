/** Many meters, a page at a time: whole, in order, found by any of their names, and nobody else's. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '@/lib/db/client'
import { withDatabase } from '@/lib/db/testing/database'
import { saveMeterDevice } from '@/lib/db/write/meter-devices'
import { saveMeter, saveMeterLabel, saveRead } from '@/lib/db/write/metering'
import type { Meter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import { ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import { estimatedReadsOf, isEstimated } from './estimated-reads'
import { fewMeterNumbers, metersPage } from './meters-page'

const database = withDatabase()

const [MINE, SIZE] = [120, 25]
const GRID_SIZE = 20_000
const [operator, other, grid] = ['a1', 'b2', 'c3'].map((byte) => ({ address: `0x${byte.repeat(20)}` })) as [
  ...{ address: Address }[],
] as [{ address: Address }, { address: Address }, { address: Address }]
const idOf = (byte: string, place: number): Hex => `0x${byte.repeat(28)}${place.toString(16).padStart(8, '0')}`
const numberOf = (place: number) => `CB-${String(place).padStart(4, '0')}`

function readOf(meterId: Hex, time: number, quality: Read['quality']): Read {
  const rest = { sequence: 1, exportWh: wh(0n), maxDemand: watt(0n), intervalRoot: ZERO_HASH }
  return { meterId, time, quality, importWh: registerValues([1n, 2n, 3n, 4n, 5n].map(wh)), ...rest }
}

async function insertMeter(
  id: Hex,
  owner: Address,
  { number, label }: { number: string; label: string },
): Promise<void> {
  const meter: Meter = {
    ...{ operator: owner, holder: `0x${'dd'.repeat(20)}`, region: 42, voltageClass: 0, customerClass: 'Household' },
    ...{ digits: 9, multiplier: 1, capacity: watt(10_000n), signer: `0x${'ee'.repeat(20)}` },
  }
  await asWorker(async (tx) => {
    await saveMeter(tx, { id, meter, opening: readOf(id, 1_700_000_000, 'Measured') })
    await saveMeterLabel(tx, { meterId: id, label, number, salt: new Uint8Array(32) })
  })
}

beforeAll(async () => {
  // Written backwards: the order of the pages is no accident.
  for (let place = MINE; place >= 1; place--) {
    const label = place === 77 ? 'Library, main feed 100%_a' : `Flat ${place}`
    await insertMeter(idOf('0a', place), operator.address, { number: numberOf(place), label })
  }
  for (const place of [5, 6, 7])
    await insertMeter(idOf('0b', place), other.address, {
      number: numberOf(place + 1_000),
      label: 'Library, main feed',
    })
  const device = { meterId: idOf('0a', 41), since: 0, serial: '7 ISK 0012345678' }
  await asWorker((tx) => saveMeterDevice(tx, device))
}, 60_000)

const idsOf = async (search: string, page = 0) =>
  (await metersPage(operator, { search, page, size: SIZE })).meters.map(({ id }) => id)

describe(`${MINE} meters`, () => {
  it('come in pages that are whole, in order of their numbers, and nobody else’s', async () => {
    const pages = [0, 1, 2, 3, 4].map((page) => metersPage(operator, { search: '', page, size: SIZE }))
    const found = await Promise.all(pages)
    expect(found.map(({ meters, count, page }) => [meters.length, count, page])).toEqual([
      [25, 120, 0],
      [25, 120, 1],
      [25, 120, 2],
      [25, 120, 3],
      [20, 120, 4],
    ])
    const numbers = found.flatMap(({ meters }) => meters.map(({ number }) => number))
    expect(numbers).toEqual(Array.from({ length: MINE }, (_, index) => numberOf(index + 1)))
  })

  it('are shown from the first again where a page is asked for that there is not', async () => {
    const found = await metersPage(operator, { search: 'flat', page: 99, size: SIZE })
    expect([found.page, found.count, found.meters[0]?.number]).toEqual([0, 119, 'CB-0001'])
    expect(await metersPage(operator, { search: 'nothing', page: 3, size: SIZE })).toEqual({
      meters: [],
      count: 0,
      page: 0,
    })
  })

  it.each([
    ['main LIBRARY', [77]],
    ['100%_a', [77]],
    ['%', [77]],
    ['cb-0120', [120]],
    ['isk 0012345678', [41]],
    [idOf('0a', 9), [9]],
    ['cb-100', []],
    ['library flat', []],
  ])('are found by %j', async (search, places) => {
    expect(await idsOf(search)).toEqual(places.map((place) => idOf('0a', place)))
  })

  it('are suggested by number only if they are few', async () => {
    expect(await fewMeterNumbers(operator, MINE)).toHaveLength(MINE)
    expect(await fewMeterNumbers(operator, MINE - 1)).toEqual([])
    expect(await fewMeterNumbers(other, 10)).toEqual(['CB-1005', 'CB-1006', 'CB-1007'])
  })
})

describe('reads that were not measured', () => {
  beforeAll(async () => {
    await asWorker(async (tx) => {
      await saveRead(tx, readOf(idOf('0a', 3), 1_700_003_600, 'Estimated'), '0x01')
      await saveRead(tx, readOf(idOf('0a', 4), 1_700_007_200, 'Substituted'), '0x02')
      await saveRead(tx, readOf(idOf('0a', 4), 1_700_003_600, 'Measured'), '0x03')
      await saveRead(tx, readOf(idOf('0b', 5), 1_700_003_600, 'Estimated'), '0x04')
    })
  })

  it('are listed newest first, of the operator’s own meters', async () => {
    const found = await estimatedReadsOf(operator)
    expect(found.map(({ number, time, quality }) => [number, time, quality])).toEqual([
      ['CB-0004', 1_700_007_200, 'Substituted'],
      ['CB-0003', 1_700_003_600, 'Estimated'],
    ])
    expect(await estimatedReadsOf(operator, 1)).toHaveLength(1)
    expect(await estimatedReadsOf(grid)).toEqual([])
  })

  it('are known one by one', async () => {
    const at = (meterId: Hex, time: number) => isEstimated(operator, { meterId, time })
    expect(await at(idOf('0a', 3), 1_700_003_600)).toBe(true)
    expect(await at(idOf('0a', 4), 1_700_003_600)).toBe(false)
    expect(await at(idOf('0b', 5), 1_700_003_600)).toBe(false)
  })
})

describe(`${GRID_SIZE} meters`, () => {
  beforeAll(async () => {
    await database.query(
      `INSERT INTO meter SELECT (jsonb_populate_record(m, jsonb_build_object(
         'id', '0x' || lpad(to_hex(n), 64, '0'), 'operator', $1::text))).* FROM meter m, generate_series(1, ${GRID_SIZE}) n
       WHERE m.id = $2`,
      [grid.address, idOf('0a', 1)],
    )
    await database.query(
      `INSERT INTO meter_label SELECT m.id, 'Flat ' || row_number() OVER (), 'G' || lpad((row_number() OVER ())::text, 6, '0'), '\\x00'
       FROM meter m WHERE m.operator = $1`,
      [grid.address],
    )
    await database.query('ANALYZE meter, meter_label, meter_device')
  }, 60_000)

  it.each([
    ['the first page', { search: '', page: 0 }, [GRID_SIZE, SIZE]],
    ['the last page', { search: '', page: 799 }, [GRID_SIZE, SIZE]],
    ['one that is searched', { search: 'G012345', page: 0 }, [1, 1]],
    ['one that is not there', { search: 'zzz', page: 0 }, [0, 0]],
    ['what a search finds of all', { search: 'flat', page: 400 }, [GRID_SIZE, SIZE]],
  ])('show %s by one pass', async (_, { search, page }, expected) => {
    const began = performance.now()
    const found = await metersPage(grid, { search, page, size: SIZE })
    const took = performance.now() - began
    // A plan that compares meters with meters takes minutes.
    expect(took).toBeLessThan(10_000)
    expect([found.count, found.meters.length]).toEqual(expected)
  })
})
