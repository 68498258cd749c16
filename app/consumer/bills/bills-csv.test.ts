import { describe, expect, it } from 'vitest'
import type { BillRow } from '@/lib/db/read/billing'
import { monthBounds } from '@/lib/domain/metering/calendar'
import { registerValues } from '@/lib/domain/metering/register-values'
import { micro, wh } from '@/lib/domain/units/units'
import { billsCsv } from './bills-csv'

const timeZone = 'Asia/Shanghai'
const zero = wh(0n)

const bill: BillRow = {
  ...monthBounds({ year: 2026, month: 3 }, timeZone),
  id: '0xa1-1772294400',
  agreementId: '0xa1',
  offerId: '0x0f',
  meterId: '0x3e',
  consumer: '0xc0',
  consumerName: 'Li Wei',
  retailer: '0x5e',
  retailerName: 'Jianghan Power',
  offerName: 'One price',
  contractedWh: wh(100_000n),
  usedWh: registerValues([wh(50_001n), wh(30_000n), zero, zero, zero]),
  total: micro(52_148_877n),
  firstTotal: micro(52_148_877n),
  revisedAt: null,
  estimated: false,
  missing: micro(0n),
  due: null,
  penalty: micro(299_980n),
  excessWh: zero,
  shortfallWh: wh(14_999n),
  settledAt: 1_774_972_900,
  blockNumber: 7n,
  txHash: '0xbe',
}
const linesOf = (row: BillRow, label = 'Home') =>
  billsCsv([row], { timeZone, meterLabels: new Map([['0x3e', label]]) }).split('\r\n')

describe('billsCsv', () => {
  it('writes exact decimals and the days of the market', () => {
    const [header, line, end] = linesOf(bill)
    expect(header?.split(',').slice(0, 4)).toEqual(['bill', 'period_start', 'period_end', 'supply_point'])
    expect(line).toBe(
      '0xa1-1772294400,2026-03-01,2026-03-31,Home,Jianghan Power,One price,100.000,80.001,-19.999,0.000,14.999,0.299980,52.148877,2026-03-31T16:01:40.000Z,0xbe,52.148877,,no',
    )
    expect(end).toBe('')
  })

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1'])(
    'gives a spreadsheet no formula to run: %j',
    (name) => {
      const [, line] = linesOf({ ...bill, offerName: name })
      expect(line).toContain(`'${name.replaceAll('"', '""')}`)
    },
  )

  it('tells what a revised bill was first, and which bill is not final', () => {
    const [header, revised] = linesOf({ ...bill, firstTotal: micro(60_000_000n), revisedAt: 1_774_972_900 })
    expect(header?.split(',').slice(-3)).toEqual(['first_total', 'revised_at', 'estimated'])
    expect(revised).toMatch(/,52\.148877,.*,60\.000000,2026-03-31T16:01:40\.000Z,no$/)
    expect(linesOf({ ...bill, estimated: true })[1]).toMatch(/,yes$/)
  })

  it('quotes commas, quotes and line breaks', () => {
    const [, line] = linesOf(bill, 'Unit 2, "West"')
    expect(line).toContain(',"Unit 2, ""West""",')
  })
})
