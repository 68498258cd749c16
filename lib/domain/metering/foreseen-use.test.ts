import { describe, expect, it } from 'vitest'
import { watt, wh } from '../units/units'
import { addDays } from './calendar'
import { foreseenUse, type DayOfUse } from './foreseen-use'
import { registerValues } from './register-values'

const day = (date: string, energy: bigint, demand = energy): DayOfUse => ({
  day: date,
  registers: registerValues([energy, 0n, 0n, 0n, 2n * energy].map(wh)),
  maxDemand: watt(demand),
})

/** Friday 27 November 2026: the month has four days to come, Friday to Monday. */
const MONTH = { from: '2026-11-01', to: '2026-12-01' }
const measured = Array.from({ length: 26 }, (_, index) => day(addDays(MONTH.from, index), 100n))

describe('foreseenUse', () => {
  it('takes what was measured, and for the rest the same weekday 52 weeks before', () => {
    const before = ['2025-11-28', '2025-11-29', '2025-11-30', '2025-12-01'].map((date, index) =>
      day(date, BigInt(index + 1), 900n + BigInt(index)),
    )
    expect(foreseenUse([...before, ...measured], MONTH)).toEqual({
      registers: [2_610n, 0n, 0n, 0n, 5_220n],
      maxDemand: 903n,
      known: 26,
      foreseen: 4,
    })
  })

  it('takes the mean of like days where there is no year before, rounded down', () => {
    // The Saturdays are 7, 14 and 21; the 28th is to come. Two of them measured 10 and 21: 15.5.
    const saturdays = [day('2026-11-14', 10n), day('2026-11-21', 21n)]
    expect(foreseenUse(saturdays, { from: '2026-11-28', to: '2026-11-29' })).toMatchObject({
      registers: [15n, 0n, 0n, 0n, 31n],
      known: 0,
      foreseen: 1,
    })
  })

  it('looks back from the end of the data where the day is far ahead', () => {
    const far = { from: '2027-01-30', to: '2027-01-31' }
    expect(foreseenUse([day('2026-11-21', 21n)], far)).toMatchObject({ registers: [21n, 0n, 0n, 0n, 42n], foreseen: 1 })
  })

  it('says nothing rather than to take a hole for nothing used', () => {
    expect(foreseenUse([], MONTH)).toBeNull()
    expect(foreseenUse([day('2026-11-23', 5n)], { from: '2026-11-28', to: '2026-11-29' })).toBeNull()
  })
})
