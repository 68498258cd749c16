/** What a consumer takes home of its meter, on a small followed market. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '@/lib/db/client'
import { withDatabase } from '@/lib/db/testing/database'
import { saveIntervalDays } from '@/lib/db/write/interval-days'
import { saveMeterLabel } from '@/lib/db/write/metering'
import { addDays } from '@/lib/domain/metering/calendar'
import { wh } from '@/lib/domain/units/units'
import { exportUsage, type UsageWanted } from './export-usage'
import { followOnce } from './follow/follow'
import { accounts, settled, sideA } from './follow/market.sample'
import { marketChain } from './follow/projections.sample'

withDatabase()

const [consumer, stranger] = [{ address: accounts.consumerA }, { address: accounts.consumerB }]
const clock = { now: 1_780_000_000, timeZone: 'Asia/Shanghai' }
const DAYS = 90
const FIRST = '2026-01-30'

beforeAll(async () => {
  const chain = marketChain()
  chain.mine(settled(sideA))
  await followOnce(chain)
  const label = { meterId: sideA.meterId, label: 'Home', number: 'N° 47/11', salt: new Uint8Array(32) }
  const importWh = Array.from({ length: 24 }, (_, hour) => wh(1_000n + BigInt(hour)))
  const days = Array.from({ length: DAYS }, (_, index) => ({
    meterId: sideA.meterId,
    day: addDays(FIRST, index),
    importWh,
    exportWh: importWh.map(() => wh(0n)),
    minutes: 60,
    quality: index === 1 ? ('Estimated' as const) : ('Measured' as const),
    salt: new Uint8Array(16),
  }))
  await asWorker(async (tx) => {
    await saveMeterLabel(tx, label)
    await saveIntervalDays(tx, days)
  })
})

const wanted = (more: Partial<UsageWanted> = {}): UsageWanted => ({
  meterId: sideA.meterId,
  first: '2026-01-31',
  last: '2026-02-01',
  format: 'csv',
  ...more,
})

async function textOf(request: UsageWanted): Promise<{ name: string; text: string }> {
  const decision = await exportUsage(consumer, request, clock)
  if (!decision.ok) throw new Error(decision.refusal.name)
  let text = ''
  for await (const piece of decision.value.pieces) text += piece
  return { name: decision.value.name, text }
}

describe('a download of usage', () => {
  it('holds every interval of the days asked for, over the end of a month, each with its quality', async () => {
    const { name, text } = await textOf(wanted())
    const rows = text.trim().split('\r\n')
    expect(name).toBe('usage-N-47-11-2026-01-31-2026-02-01.csv')
    expect(rows).toHaveLength(1 + 48)
    expect(rows[1]).toBe('2026-01-31T00:00+08:00,1.000,0.000,Estimated,N° 47/11')
    expect(rows[48]).toBe('2026-02-01T23:00+08:00,1.023,0.000,Measured,N° 47/11')
  })

  it('is no longer than the data: from the first day to the last', async () => {
    const { name, text } = await textOf(wanted({ first: '1999-01-01', last: '2099-12-31' }))
    expect(name).toBe(`usage-N-47-11-${FIRST}-${addDays(FIRST, DAYS - 1)}.csv`)
    expect(text.trim().split('\r\n')).toHaveLength(1 + DAYS * 24)
  })

  it('is a Green Button feed with the same energy: 24 × 1000 + (0 + … + 23) Wh are 24,276 Wh', async () => {
    const { name, text } = await textOf(wanted({ first: '2026-02-01', format: 'green-button' }))
    const values = [...text.matchAll(/<(?:\w+:)?value>(\d+)</g)].map(([, value]) => Number(value))
    expect(name).toBe('usage-N-47-11-2026-02-01-2026-02-01.xml')
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(24_276)
  })

  it('is for the holder alone', async () => {
    const refused = { ok: false, refusal: { name: 'MeterUnknown' } }
    expect(await exportUsage(stranger, wanted(), clock)).toMatchObject(refused)
    expect(await exportUsage(consumer, wanted({ meterId: `0x${'ab'.repeat(32)}` }), clock)).toMatchObject(refused)
  })
})
