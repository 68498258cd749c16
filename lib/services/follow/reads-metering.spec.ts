/** What the read functions return of meters, on a small followed market. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '@/lib/db/client'
import { daysOf, metersOfHolder, monthlyUseOf, readsOf } from '@/lib/db/read/metering'
import { metersPage } from '@/lib/db/read/meters-page'
import { withDatabase } from '@/lib/db/testing/database'
import { saveIntervalDays } from '@/lib/db/write/interval-days'
import { saveMeterLabel } from '@/lib/db/write/metering'
import { addDays } from '@/lib/domain/metering/calendar'
import { wh } from '@/lib/domain/units/units'
import { followOnce } from './follow'
import { accounts, boundaries, readAt, settled, sideA } from './market.sample'
import { marketChain } from './projections.sample'

withDatabase()

const [consumer, stranger] = [{ address: accounts.consumerA }, { address: accounts.consumerB }]
const [, start, end] = boundaries
const DAYS = 10_000

beforeAll(async () => {
  const chain = marketChain()
  chain.mine(settled(sideA))
  await followOnce(chain)
  const label = { meterId: sideA.meterId, label: 'Home', number: '4711', salt: new Uint8Array(32) }
  await asWorker((tx) => saveMeterLabel(tx, label))
})

describe('metering', () => {
  it('shows holder and operator the meter with its last read', async () => {
    const [meter] = await metersOfHolder(consumer)
    expect(meter).toMatchObject({
      id: sideA.meterId,
      label: 'Home',
      number: '4711',
      capacity: 10_000n,
      lastRead: readAt(sideA.meterId, 1),
    })
    const page = await metersPage({ address: accounts.grid }, { search: '', page: 0, size: 25 })
    expect(page.count).toBe(2)
    expect((await readsOf(consumer, sideA.meterId)).map(({ time }) => time)).toEqual([end, start])
  })

  it(`writes ${DAYS} meter-days in one statement and sums them by month and register`, async () => {
    const hours = Array.from({ length: 24 }, (_, hour) => wh(BigInt(hour) * 10n))
    const exported = hours.map(() => wh(1n))
    const salt = new Uint8Array(16)
    const days = Array.from({ length: DAYS }, (_, index) => ({
      meterId: index < 61 ? sideA.meterId : `0x${(index % 20).toString(16)}`,
      day: addDays('2026-01-01', index < 61 ? index : Math.floor(index / 20)),
      importWh: hours,
      exportWh: exported,
      minutes: 60,
      quality: 'Measured' as const,
      salt,
    }))
    const began = Date.now()
    expect(await asWorker((tx) => saveIntervalDays(tx, days))).toBe(DAYS)
    expect(Date.now() - began).toBeLessThan(10_000)
    // The same again changes nothing.
    expect(await asWorker((tx) => saveIntervalDays(tx, days.slice(0, 5)))).toBe(0)
    expect(await daysOf(consumer, sideA.meterId, { from: '2026-01-31', to: '2026-02-02' })).toMatchObject([
      { day: '2026-01-31', importWh: hours, exportWh: exported },
      { day: '2026-02-01', minutes: 60, quality: 'Measured' },
    ])
    const months = await monthlyUseOf(consumer, sideA.meterId)
    expect(months.map(({ month, days, exportWh }) => [month, days, exportWh])).toEqual([
      ['2026-01', 31, 744n],
      ['2026-02', 28, 672n],
      ['2026-03', 2, 48n],
    ])
    // 230 Wh in the hour before midnight.
    expect(months.map(({ maxDemand }) => maxDemand)).toEqual([230n, 230n, 230n])
    // Sharp is 18:00–20:00: 180 + 190 Wh a day.
    expect(months[0]?.registers[0]).toBe(370n * 31n)
    expect(months[0]?.registers.reduce((sum, value) => sum + value, 0n)).toBe(2_760n * 31n)
    expect(await monthlyUseOf(stranger, sideA.meterId)).toEqual([])
  })
})
