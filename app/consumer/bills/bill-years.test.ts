import { describe, expect, it } from 'vitest'
import { monthBounds } from '@/lib/domain/metering/calendar'
import { registerValues } from '@/lib/domain/metering/register-values'
import { micro, wh } from '@/lib/domain/units/units'
import { billsIn, byMonth, yearsOf, type BilledMonth } from './bill-years'

const timeZone = 'Asia/Shanghai'
const zero = wh(0n)

const bill = (year: number, month: number, total = 10n): BilledMonth => ({
  start: monthBounds({ year, month }, timeZone).start,
  contractedWh: wh(100n),
  usedWh: registerValues([wh(60n), wh(45n), zero, zero, zero]),
  total: micro(total),
  penalty: micro(1n),
})
const fifteenMonths = Array.from({ length: 15 }, (_, index) => bill(2025 + Math.floor(index / 12), (index % 12) + 1))

describe('the bills of a year', () => {
  it('takes the year of the market, not of UTC: January starts in December there', () => {
    expect(yearsOf(fifteenMonths, timeZone)).toEqual([2026, 2025])
    expect(billsIn(fifteenMonths, 2026, timeZone)).toHaveLength(3)
  })

  it('without a year takes the last twelve billed months, newest first', () => {
    const shown = billsIn(fifteenMonths, null, timeZone)
    expect(shown).toHaveLength(12)
    expect(shown[0]?.start).toBe(fifteenMonths.at(-1)?.start)
  })

  it('keeps all bills of a month together', () => {
    expect(billsIn([...fifteenMonths, ...fifteenMonths], null, timeZone)).toHaveLength(24)
  })

  it('adds the bills of a month up, the oldest month first', () => {
    expect(byMonth([bill(2026, 2), bill(2026, 1), bill(2026, 1)]).map(({ total }) => total)).toEqual([20n, 10n])
  })
})
