import { describe, expect, it } from 'vitest'
import { monthBounds } from '@/lib/domain/metering/calendar'
import { registerValues } from '@/lib/domain/metering/register-values'
import { bps, wh } from '@/lib/domain/units/units'
import { supplyMonths, termEnd, type SuppliedAgreement } from './supply-months'

const timeZone = 'Asia/Shanghai'
const clause = { lower: bps(9_500n), upper: bps(10_500n) }
const startOf = (year: number, month: number) => monthBounds({ year, month }, timeZone).start
const zero = wh(0n)

const agreement = (periods: number, termPeriods = 24): SuppliedAgreement => ({
  id: 'a',
  start: startOf(2025, 11),
  contractedWh: Array.from({ length: 12 }, (_, month) => wh(BigInt(month + 1) * 1000n)),
  termPeriods,
  periods,
  endedAt: null,
})
const bill = (start: number, used: bigint, agreementId = 'a') => ({
  agreementId,
  start,
  usedWh: registerValues([wh(used), zero, zero, zero, zero]),
})

describe('supplyMonths', () => {
  it('shows the whole first year, with use only where a month is billed', () => {
    const bills = [bill(startOf(2025, 11), 1_100n), bill(startOf(2025, 12), 9n, 'another')]
    const months = supplyMonths({ agreement: agreement(1), bills, clause, timeZone })
    expect(months).toHaveLength(12)
    expect(months[0]).toMatchObject({
      start: startOf(2025, 11),
      contracted: 1000n,
      lower: 950n,
      upper: 1050n,
      used: 1100n,
    })
    expect(months[1]).toMatchObject({ contracted: 2000n, used: null })
  })

  it('moves on with the last billed month and repeats the contracted year', () => {
    const months = supplyMonths({ agreement: agreement(14), bills: [], clause, timeZone })
    expect(months[0]).toMatchObject({ start: startOf(2026, 1), contracted: 3000n })
    expect(months.at(-1)).toMatchObject({ start: startOf(2026, 12), contracted: 2000n })
  })

  it('stops at the term, and at the last billed month of an ended agreement', () => {
    expect(supplyMonths({ agreement: agreement(2, 6), bills: [], clause, timeZone })).toHaveLength(6)
    const ended = { ...agreement(3), endedAt: startOf(2026, 2) }
    expect(supplyMonths({ agreement: ended, bills: [], clause, timeZone })).toHaveLength(3)
  })
})

describe('termEnd', () => {
  it('is the end of the last month of the term', () => {
    expect(termEnd(agreement(0, 12), timeZone)).toBe(startOf(2026, 11))
  })
})
