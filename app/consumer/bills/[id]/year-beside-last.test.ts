import { describe, expect, it } from 'vitest'
import { registerValues } from '@/lib/domain/metering/register-values'
import { wh } from '@/lib/domain/units/units'
import { yearBesideLast } from './year-beside-last'

const ZONE = 'Asia/Shanghai'
/** Local midnight of the first of a month, eight hours before UTC's. */
const monthStart = (year: number, month: number, day = 1) => Date.UTC(year, month - 1, day) / 1000 - 8 * 3600
const used = (meterId: string, start: number, energy: bigint) => ({
  meterId,
  start,
  usedWh: registerValues([energy, 0n, 0n, 1n, 0n].map(wh)),
})

describe('yearBesideLast', () => {
  const bills = [
    used('mine', monthStart(2025, 2), 99n),
    used('mine', monthStart(2026, 1), 499n),
    // A switch on the 15th divides February.
    used('mine', monthStart(2026, 2), 199n),
    used('mine', monthStart(2026, 2, 15), 299n),
    used('other', monthStart(2026, 2), 7n),
    used('mine', monthStart(2026, 3), 999n),
  ]

  it('puts each month beside the one a year before, of this supply point, up to the bill', () => {
    expect(yearBesideLast(bills, bills[3]!, ZONE)).toEqual([
      { start: monthStart(2026, 1), thisYear: 500n, lastYear: null },
      { start: monthStart(2026, 2), thisYear: 500n, lastYear: 100n },
    ])
  })

  it('shows twelve months at most', () => {
    const many = Array.from({ length: 30 }, (_, month) => used('mine', monthStart(2024, 1 + month), BigInt(month)))
    const shown = yearBesideLast(many, many[29]!, ZONE)
    expect(shown.map(({ thisYear, lastYear }) => [thisYear, lastYear])).toEqual(
      Array.from({ length: 12 }, (_, month) => [BigInt(19 + month), BigInt(7 + month)]),
    )
  })
})
