import { describe, expect, it } from 'vitest'
import { marketRegisterCalendar, registerIndex } from '../../metering/registers'
import { intervalsIn, type MeterDay } from '../../metering/meter-day'
import { datesOf, hoursOf, monthBounds } from '../../metering/calendar'
import { registeredHours } from '../../metering/registered-hours'
import { registerTotals } from '../../metering/intervals'
import { dayOfDate } from '../../metering/day-starts'
import { seededRandom } from '../../units/seeded-random'
import { wh } from '../../units/units'
import { historyOfDays, historyOfRun } from './use-history'

const marketOf = (timeZone: string) => {
  return { timeZone, calendar: marketRegisterCalendar, index: null, demandSeconds: null }
}

/** Each day's intervals hold its own numbers, so that none can take another's place. */
function daysOf(month: { year: number; month: number }, minutes: number, timeZone: string): MeterDay[] {
  const random = seededRandom(BigInt(month.year * 100 + month.month))
  return datesOf(month).map((day) => {
    const count = intervalsIn(day, minutes, timeZone)
    const energies = () => Array.from({ length: count }, () => wh(random.below(2_000n)))
    return {
      day,
      minutes,
      importWh: energies(),
      exportWh: energies(),
      qualities: Array.from({ length: count }, () => 'Measured'),
    }
  })
}

describe('the history of use', () => {
  // Months in which the clocks go forward and back, and a zone in which they never do.
  it.each([
    ['Europe/London', 2025, 3, 23],
    ['Europe/London', 2025, 10, 25],
    ['Australia/Sydney', 2024, 10, 23],
    ['Australia/Sydney', 2025, 4, 25],
    ['America/New_York', 2024, 3, 23],
    ['America/New_York', 2024, 11, 25],
    ['Asia/Shanghai', 2024, 2, 24],
  ])('counts each register as the meter does in %s in %i-%i', (timeZone, year, month, hours) => {
    for (const minutes of [15, 30, 60]) {
      const days = daysOf({ year, month }, minutes, timeZone)
      const history = historyOfDays(days, marketOf(timeZone))
      expect([...history.days]).toEqual(days.map(({ day }) => dayOfDate(day)))
      if (hours !== 24) expect(days.some(({ day }) => hoursOf(day, timeZone).length === hours)).toBe(true)
      for (const [place, day] of days.entries()) {
        const totals = registerTotals(registeredHours(day, timeZone), marketRegisterCalendar)
        expect([...history.registers.subarray(place * 5, place * 5 + 5)]).toEqual(totals.importWh.map(Number))
        expect(history.exported[place]).toBe(Number(totals.exportWh))
        const most = day.importWh.reduce((high, energy) => (energy > high ? energy : high), wh(0n))
        expect(history.maxDemand[place]).toBe(Number((most * 60n) / BigInt(minutes)))
      }
    }
  })

  it('is the same from days and from one run over them', () => {
    const timeZone = 'Europe/London'
    const days = daysOf({ year: 2025, month: 10 }, 30, timeZone)
    const { start } = monthBounds({ year: 2025, month: 10 }, timeZone)
    const run = {
      ...{ start, seconds: 1_800 },
      importWh: BigUint64Array.from(days.flatMap(({ importWh }) => importWh)),
      exportWh: BigUint64Array.from(days.flatMap(({ exportWh }) => exportWh)),
    }
    expect(historyOfRun(run, marketOf(timeZone))).toEqual(historyOfDays(days, marketOf(timeZone)))
    const half = { ...run, start: start + 1_800, importWh: run.importWh.slice(1), exportWh: run.exportWh.slice(1) }
    expect(historyOfRun(half, marketOf(timeZone)).days).toHaveLength(30)
  })

  it('averages demand over the hour where meters do', () => {
    const days = daysOf({ year: 2025, month: 5 }, 15, 'Asia/Shanghai')
    const { maxDemand } = historyOfDays(days, { ...marketOf('Asia/Shanghai'), demandSeconds: 3_600 })
    const totals = days.map((day) => registerTotals(registeredHours(day, 'Asia/Shanghai'), marketRegisterCalendar))
    expect([...maxDemand]).toEqual(totals.map(({ maxDemandW }) => Number(maxDemandW)))
  })

  it('leaves out a day with a hole, and spreads one of which only the total is known', () => {
    const [first, second, third] = daysOf({ year: 2025, month: 5 }, 60, 'Asia/Shanghai')
    if (!first || !second || !third) throw new Error('a month has three days')
    const hole: MeterDay = {
      ...second,
      qualities: second.qualities.map((each, index) => (index === 5 ? 'Missing' : each)),
    }
    const total: MeterDay = {
      ...third,
      minutes: 1_440,
      importWh: [wh(25n)],
      exportWh: [wh(0n)],
      qualities: ['Measured'],
    }
    const history = historyOfDays([first, hole, total], marketOf('Asia/Shanghai'))
    expect([...history.days]).toEqual([first, total].map(({ day }) => dayOfDate(day)))
    expect([...history.daily]).toEqual([0, 1])
    // 25 Wh over 24 hours: one each, and the last hour, on the valley register, has two.
    const hours = [0, 0, 0, 0, 0]
    for (let hour = 0; hour < 24; hour++) {
      const register = registerIndex(marketRegisterCalendar, { month: 5, hour })
      hours[register] = (hours[register] ?? 0) + (hour === 23 ? 2 : 1)
    }
    expect([...history.registers.subarray(5)]).toEqual(hours)
  })

  it('counts the interval index exactly, also where a day is too large for a number', () => {
    const timeZone = 'Asia/Shanghai'
    const { start } = monthBounds({ year: 2025, month: 5 }, timeZone)
    const prices = BigInt64Array.from({ length: 24 }, (_, hour) => (hour % 2 === 0 ? -7n : 9_000_000_000n))
    const index = { start, seconds: 3_600, prices }
    for (const each of [1_001n, 90_000_000_003n]) {
      const run = {
        start,
        seconds: 1_800,
        importWh: new BigUint64Array(48).fill(each),
        exportWh: new BigUint64Array(48),
      }
      const history = historyOfRun(run, { ...marketOf(timeZone), index })
      expect(history.indexCost).toEqual([each * 24n * (9_000_000_000n - 7n)])
    }
    const short = { ...index, prices: prices.slice(0, 23) }
    const run = { start, seconds: 1_800, importWh: new BigUint64Array(48), exportWh: new BigUint64Array(48) }
    expect(historyOfRun(run, { ...marketOf(timeZone), index: short }).indexCost).toEqual([null])
  })
})
