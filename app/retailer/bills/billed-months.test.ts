import { describe, expect, it } from 'vitest'
import type { BillRow } from '@/lib/db/read/billing'
import { monthBounds } from '@/lib/domain/metering/calendar'
import { registerValues } from '@/lib/domain/metering/register-values'
import { micro, wh } from '@/lib/domain/units/units'
import { billedMonths } from './billed-months'
import { latestSkips } from './latest-skips'

const timeZone = 'Asia/Shanghai'
const zero = wh(0n)

function bill(month: number, consumer: string): BillRow {
  const { start, end } = monthBounds({ year: 2026, month }, timeZone)
  return {
    id: `${consumer}-${start}`,
    agreementId: consumer,
    offerId: '0x1',
    meterId: '0x2',
    start,
    end,
    consumer,
    consumerName: null,
    retailer: '0x3',
    retailerName: null,
    offerName: 'Offer',
    contractedWh: wh(100n),
    usedWh: registerValues([wh(120n), zero, zero, zero, zero]),
    total: micro(50n),
    firstTotal: micro(50n),
    revisedAt: null,
    estimated: false,
    missing: micro(0n),
    due: null,
    penalty: micro(5n),
    excessWh: wh(15n),
    shortfallWh: zero,
    settledAt: end,
    blockNumber: 1n,
    txHash: '0x4',
  }
}

describe('billedMonths', () => {
  it('gathers the bills of a local month, the newest month first', () => {
    const months = billedMonths([bill(9, '0xa'), bill(10, '0xa'), bill(10, '0xb')], timeZone)
    expect(months.map(({ id, bills }) => [id, bills.length])).toEqual([
      ['2026-10', 2],
      ['2026-09', 1],
    ])
    expect(months[0]).toMatchObject({ contracted: 200n, used: 240n, total: 100n, penalty: 10n })
  })
})

describe('latestSkips', () => {
  it('keeps the last try for each month of an agreement', () => {
    const tries = [
      { agreementId: 'a', start: 2, at: 30 },
      { agreementId: 'a', start: 2, at: 20 },
      { agreementId: 'a', start: 1, at: 10 },
    ]
    expect(latestSkips(tries).map(({ at }) => at)).toEqual([30, 10])
  })
})
