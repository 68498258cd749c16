import { describe, expect, it } from 'vitest'
import { watt, wh } from '../units/units'
import { addDays } from './calendar'
import { daysToKnow, forecastUse, type DayOfUse } from './forecast-use'
import { registerValues, sumWh } from './register-values'

/** All in the flat register. */
const day = (date: string, energy: bigint, demand = 100n): DayOfUse => ({
  day: date,
  registers: registerValues([wh(0n), wh(0n), wh(energy), wh(0n), wh(0n)]),
  maxDemand: watt(demand),
})
const run = (from: string, energies: readonly bigint[]) =>
  energies.map((energy, index) => day(addDays(from, index), energy))
const june = Array.from({ length: 30 }, (_, index) => addDays('2026-06-01', index))
const totals = (forecast: ReturnType<typeof forecastUse>) =>
  forecast && [forecast.low, forecast.likely, forecast.high].map((registers) => sumWh(registers))

describe('forecastUse', () => {
  it('adds nothing to a period that is known whole', () => {
    const forecast = forecastUse({ dates: june, known: june.map((date) => day(date, 1_000n)) })
    expect(totals(forecast)).toEqual([30_000n, 30_000n, 30_000n])
    expect(forecast?.daysToCome).toBe(0)
  })

  it('lets the days to come be like each of the last four weeks: the extremes are the range, their mean is the forecast', () => {
    // Weeks of 100, 200, 300 and 400 a day before a June of which nothing is known: 30 days as in one of them.
    const weeks = [400n, 300n, 200n, 100n].flatMap((energy) => Array<bigint>(7).fill(energy))
    const forecast = forecastUse({ dates: june, known: run('2026-05-04', weeks) })
    // The two days of the fifth week of June are as many weeks further away, where only three weeks are known for them.
    expect(forecast?.soFar.days).toBe(0)
    expect(sumWh(forecast?.low ?? [])).toBeLessThan(sumWh(forecast?.likely ?? []))
    const oneWeek = june.slice(0, 7)
    expect(totals(forecastUse({ dates: oneWeek, known: run('2026-05-04', weeks) }))).toEqual([700n, 1_750n, 2_800n])
  })

  it('takes the same weekday: a quiet Sunday to come is like the quiet Sundays before', () => {
    // 1 June 2026 is a Monday, 7 June a Sunday. Sundays used 10, other days 1,000.
    const before = Array.from({ length: 28 }, (_, index) => (index % 7 === 6 ? 10n : 1_000n))
    const forecast = forecastUse({ dates: ['2026-06-06', '2026-06-07'], known: run('2026-05-04', before) })
    expect(totals(forecast)).toEqual([1_010n, 1_010n, 1_010n])
  })

  it('counts what is known of the period as it is, and forecasts the rest', () => {
    const known = [
      ...run('2026-05-04', Array<bigint>(28).fill(1_000n)),
      day('2026-06-01', 5_000n),
      day('2026-06-02', 7_000n),
    ]
    const forecast = forecastUse({ dates: june.slice(0, 4), known })
    expect(sumWh(forecast?.soFar.registers ?? [])).toBe(12_000n)
    expect(totals(forecast)).toEqual([14_000n, 14_000n, 14_000n])
  })

  it('fills a day that is missing within the period as if it were to come', () => {
    const known = [
      ...run('2026-05-04', Array<bigint>(28).fill(1_000n)),
      day('2026-06-01', 1_000n),
      day('2026-06-03', 1_000n),
    ]
    const forecast = forecastUse({ dates: june.slice(0, 3), known })
    expect(forecast?.daysToCome).toBe(1)
    expect(totals(forecast)).toEqual([3_000n, 3_000n, 3_000n])
  })

  it('goes back a year where no recent week is known, and says nothing where nothing is known', () => {
    const yearBefore = addDays('2026-06-01', -364)
    const forecast = forecastUse({ dates: ['2026-06-01'], known: [day(yearBefore, 900n)] })
    expect(totals(forecast)).toEqual([900n, 900n, 900n])
    expect(forecast?.from).toBe('year')
    expect(forecastUse({ dates: ['2026-06-01'], known: [] })).toBeNull()
  })

  describe('with a year before', () => {
    const recent = (energy: bigint) => run('2026-05-04', Array<bigint>(28).fill(energy))
    const thenLike = (energy: bigint) => run(addDays('2026-05-04', -364), Array<bigint>(28).fill(energy))
    /** Last June: 2,000 on its first day, then 100 more each day. */
    const lastJune = Array.from({ length: 30 }, (_, index) =>
      day(addDays('2026-06-01', index - 364), 2_000n + 100n * BigInt(index), 400n),
    )
    const days = june.slice(0, 3)

    it('takes the same weekdays of it, scaled by what the last four weeks were to theirs', () => {
      // 1,500 a day where it was 1,000: half as much again of 2,000, 2,100 and 2,200.
      const forecast = forecastUse({ dates: days, known: [...thenLike(1_000n), ...lastJune, ...recent(1_500n)] })
      expect(totals(forecast)).toEqual([9_450n, 9_450n, 9_450n])
      expect(forecast).toMatchObject({ from: 'year', daysToCome: 3, maxDemand: 600n })
    })

    it('spreads as far around it as the last four weeks lie apart', () => {
      // Weeks of 600, 800, 1,200 and 1,400 a day: 1,000 in the mean, as the year before. Three fifths, and seven fifths of 6,300.
      const weeks = run(
        '2026-05-04',
        [600n, 1_400n, 800n, 1_200n].flatMap((energy) => Array<bigint>(7).fill(energy)),
      )
      const forecast = forecastUse({ dates: days, known: [...thenLike(1_000n), ...lastJune, ...weeks] })
      expect(totals(forecast)).toEqual([3_780n, 6_300n, 8_820n])
    })

    it('does not take a year that was another life: then the last four weeks stand', () => {
      const known = [...thenLike(1_000n), ...lastJune]
      const twice = forecastUse({ dates: days, known: [...known, ...recent(2_000n)] })
      expect(totals(twice)?.[1]).toBe(12_600n)
      const more = forecastUse({ dates: days, known: [...known, ...recent(2_001n)] })
      expect(totals(more)?.[1]).toBe(6_003n)
      expect(more?.from).toBe('weeks')
      expect(totals(forecastUse({ dates: days, known: [...known, ...recent(499n)] }))?.[1]).toBe(1_497n)
      const empty = forecastUse({ dates: days, known: [...thenLike(0n), ...lastJune, ...recent(0n)] })
      expect(totals(empty)?.[1]).toBe(0n)
    })

    it('takes the last four weeks for a day that the year before lacks', () => {
      const known = [...thenLike(1_000n), ...lastJune.slice(0, 2), ...recent(1_500n)]
      expect(totals(forecastUse({ dates: days, known }))?.[1]).toBe(3_000n + 3_150n + 1_500n)
    })

    it('is asked for with the days that it rests on', () => {
      // Five weeks before the first day up to the end, and the same 52 weeks before.
      expect(daysToKnow({ from: '2026-06-01', to: '2026-07-01' })).toEqual([
        { from: '2025-04-28', to: '2025-07-02' },
        { from: '2026-04-27', to: '2026-07-01' },
      ])
    })
  })

  it('keeps the highest demand of the days it rests on', () => {
    const known = [day('2026-05-25', 1_000n, 700n), day('2026-06-02', 1_000n, 300n)]
    expect(forecastUse({ dates: ['2026-06-01', '2026-06-02'], known })?.maxDemand).toBe(700n)
  })
})
