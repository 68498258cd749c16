/** Every figure here was worked by hand from the sentence of the rule. */
import { describe, expect, it } from 'vitest'
import { addDays } from './calendar'
import { estimateGaps, forgetEstimates } from './estimate-gaps'
import type { MeterDay } from './meter-day'
import { places, sampleDay, sampleHistory, type DayGiven } from './meter-day.sample'

const SHANGHAI = 'Asia/Shanghai'
const LONDON = 'Europe/London'
const at = (text: string) => Date.parse(text) / 1_000

function estimate(days: MeterDay[], others: MeterDay[] = [], timeZone = SHANGHAI) {
  const decision = estimateGaps(days, sampleHistory([...others, ...days]), timeZone)
  if (!decision.ok) throw new Error(decision.refusal.name)
  return decision.value
}
const quarters = (day: string, given: DayGiven) => sampleDay(day, { minutes: 15, ...given })
/** A day whose hour n is given by place. */
const hourly = (day: string, importWh: DayGiven['importWh'], more: DayGiven = {}) =>
  sampleDay(day, { importWh, ...more })
const numbers = (energy: readonly bigint[] | undefined) => (energy ?? []).map(Number)

describe('up to two hours: a straight line', () => {
  it('rises in even steps between the intervals on either side, import and export', () => {
    const day = quarters('2026-01-14', {
      importWh: [100, 0, 0, 0, 0, 200],
      exportWh: [50, 0, 0, 0, 0, 0],
      missing: [1, 2, 3, 4],
    })
    const { days, pieces } = estimate([day])
    expect(numbers(days[0]?.importWh).slice(0, 6)).toEqual([100, 120, 140, 160, 180, 200])
    expect(numbers(days[0]?.exportWh).slice(0, 6)).toEqual([50, 40, 30, 20, 10, 0])
    expect(days[0]?.qualities.slice(0, 6)).toEqual(['Measured', ...Array(4).fill('Estimated'), 'Measured'])
    const [from, to] = [at('2026-01-13T16:15Z'), at('2026-01-13T17:15Z')]
    expect(pieces).toEqual([{ from, to, intervals: 4, method: 'Linear', basis: ['2026-01-14'] }])
  })

  it('carries the parts of a watt-hour on: 5¼, 3½ and 1¾ are 5, 3 and 2', () => {
    const day = quarters('2026-01-14', { importWh: [7, 0, 0, 0, 0], missing: [1, 2, 3] })
    expect(numbers(estimate([day]).days[0]?.importWh).slice(0, 5)).toEqual([7, 5, 3, 2, 0])
  })

  it('goes on over midnight, also to a day outside what is filled', () => {
    const eve = quarters('2026-01-13', { importWh: [...Array(95).fill(0), 30] })
    const day = quarters('2026-01-14', { importWh: [0, 0, 60], missing: [0, 1] })
    const { days, pieces } = estimate([day], [eve])
    expect(numbers(days[0]?.importWh).slice(0, 3)).toEqual([40, 50, 60])
    expect(pieces[0]?.basis).toEqual(['2026-01-13', '2026-01-14'])
    expect(days).toHaveLength(1)
  })

  it('ends at two hours: eight quarters are a line, nine are like other days', () => {
    const before = quarters('2026-01-13', { importWh: 7 })
    const gap = (length: number) => quarters('2026-01-14', { importWh: 100, missing: places(4, 4 + length) })
    expect(estimate([gap(8)], [before]).pieces[0]?.method).toBe('Linear')
    const { days, pieces } = estimate([gap(9)], [before])
    expect(pieces[0]?.method).toBe('AverageLikeDay')
    expect(numbers(days[0]?.importWh).slice(3, 14)).toEqual([100, ...Array(9).fill(7), 100])
  })

  it('needs both sides, of the same length, and not themselves estimated', () => {
    const like = quarters('2026-01-13', { importWh: 7, missing: [95] })
    const open = quarters('2026-01-14', { importWh: 100, missing: [0, 1] })
    expect(estimate([open], [like]).pieces[0]?.method).toBe('AverageLikeDay')
    const halfHours = sampleDay('2026-01-13', { minutes: 30, importWh: 7 })
    const earlier = quarters('2026-01-12', { importWh: 9 })
    expect(estimate([open], [halfHours, earlier]).pieces[0]).toMatchObject({
      method: 'AverageLikeDay',
      basis: ['2026-01-12'],
    })
    const guessed = quarters('2026-01-13', { importWh: 7, quality: 'Estimated' })
    expect(estimate([open], [guessed, earlier]).pieces[0]?.method).toBe('AverageLikeDay')
    const substituted = quarters('2026-01-13', { importWh: 7, quality: 'Substituted' })
    expect(estimate([open], [substituted, earlier]).pieces[0]?.method).toBe('Linear')
  })
})

describe('longer: days that are like it', () => {
  // 14 January 2026 is a Wednesday.
  const wednesday = sampleDay('2026-01-14', { quality: 'Missing' })
  const january: [string, number][] = [
    ['2026-01-07', 9_999],
    ['2026-01-08', 401],
    ['2026-01-09', 300],
    ['2026-01-10', 9_999],
    ['2026-01-11', 9_999],
    ['2026-01-12', 200],
    ['2026-01-13', 100],
  ]
  const before = january.map(([day, energy]) => hourly(day, energy, { exportWh: energy === 9_999 ? 9_999 : 4 }))

  it('takes the mean of the four nearest working days before: 1,001 ÷ 4 is 250¼', () => {
    const { days, pieces } = estimate([wednesday], [...before, hourly('2026-01-15', 5)])
    expect(numbers(days[0]?.importWh)).toEqual(places(0, 24).map((hour) => (hour % 4 === 3 ? 251 : 250)))
    expect(numbers(days[0]?.exportWh)).toEqual(places(0, 24).map(() => 4))
    expect(pieces).toMatchObject([
      { method: 'AverageLikeDay', intervals: 24, basis: ['2026-01-08', '2026-01-09', '2026-01-12', '2026-01-13'] },
    ])
  })

  it('takes Saturdays for a Saturday and Sundays for a Sunday, each hour from its own hour', () => {
    const hours = places(0, 24)
    const weekend = [sampleDay('2026-01-17', { quality: 'Missing' }), sampleDay('2026-01-18', { quality: 'Missing' })]
    const others = [
      hourly('2026-01-10', hours),
      hourly(
        '2026-01-11',
        hours.map((hour) => hour * 2),
      ),
      hourly(
        '2026-01-03',
        hours.map((hour) => hour + 2),
      ),
      hourly('2026-01-16', 7_777),
    ]
    const { days, pieces } = estimate(weekend, others)
    expect(days.map(({ importWh }) => numbers(importWh))).toEqual([
      hours.map((hour) => hour + 1),
      hours.map((hour) => hour * 2),
    ])
    expect(pieces.map(({ basis }) => basis)).toEqual([['2026-01-03', '2026-01-10'], ['2026-01-11']])
  })

  it('counts only what was measured, interval by interval', () => {
    const others = [
      hourly('2026-01-13', 100, { missing: [5] }),
      hourly('2026-01-12', 300),
      hourly('2026-01-09', 777, { quality: 'Estimated' }),
      hourly('2026-01-08', 777, { quality: 'Substituted' }),
    ]
    const { days } = estimate([wednesday], others)
    expect(numbers(days[0]?.importWh)).toEqual(places(0, 24).map((hour) => (hour === 5 ? 300 : 200)))
  })

  it('looks four weeks back, then ahead, then at the same month of the year before', () => {
    const far = hourly(addDays('2026-01-14', -29), 9)
    const near = hourly(addDays('2026-01-14', -28), 8)
    const ahead = hourly(addDays('2026-01-14', 28), 7)
    const lastYear = [hourly('2025-01-04', 10), hourly('2025-01-20', 20), hourly('2025-02-01', 999)]
    const methodOf = (others: MeterDay[]) => {
      const { days, pieces } = estimate([wednesday], others)
      return [pieces[0]?.method, Number(days[0]?.importWh[12])]
    }
    expect(methodOf([far, near, ahead, ...lastYear])).toEqual(['AverageLikeDay', 8])
    expect(methodOf([far, ahead, ...lastYear])).toEqual(['LaterLikeDay', 7])
    expect(methodOf([far, ...lastYear])).toEqual(['YearBefore', 15])
  })

  it('refuses by name where there is nothing to go by, and fills nothing', () => {
    const lonely = hourly('2026-01-20', 100, { missing: [3] })
    const days = [wednesday, lonely]
    expect(estimateGaps(days, sampleHistory([wednesday]), SHANGHAI)).toEqual({
      ok: false,
      refusal: {
        name: 'EstimateNoBasis',
        facts: { start: BigInt(at('2026-01-13T16:00Z')), end: BigInt(at('2026-01-14T16:00Z')) },
      },
    })
  })
})

describe('days on which the clocks change', () => {
  const sunday = (day: string, importWh: DayGiven['importWh']) => sampleDay(day, { importWh, timeZone: LONDON })
  const gone = (day: string) => sampleDay(day, { quality: 'Missing', timeZone: LONDON })
  const hours = places(0, 24).map((hour) => hour * 10)

  it('leaves the hour out that London skips, and repeats the one it has twice', () => {
    const spring = estimate([gone('2026-03-29')], [sunday('2026-03-22', hours)], LONDON)
    expect(numbers(spring.days[0]?.importWh)).toEqual([0, ...places(2, 24).map((hour) => hour * 10)])
    const autumn = estimate([gone('2026-10-25')], [sunday('2026-10-18', hours)], LONDON)
    expect(numbers(autumn.days[0]?.importWh)).toEqual([0, 10, 10, ...places(2, 24).map((hour) => hour * 10)])
  })

  it('does not ask a day of 23 hours for the hour it does not have', () => {
    const short = sunday(
      '2026-03-29',
      places(0, 23).map(() => 100),
    )
    const { days } = estimate([gone('2026-04-05')], [short, sunday('2026-03-22', hours)], LONDON)
    // Hour 1 from 22 March alone; the others are means of 100 and ten times the hour.
    expect(numbers(days[0]?.importWh)).toEqual(places(0, 24).map((hour) => (hour === 1 ? 10 : 50 + hour * 5)))
  })
})

describe('estimating again', () => {
  it('makes estimates missing again, and nothing else', () => {
    const mixed: MeterDay = {
      ...sampleDay('2026-01-14', { importWh: 5, exportWh: 2 }),
      qualities: places(0, 24).map((hour) => (['Estimated', 'Substituted', 'Measured'] as const)[hour % 3]!),
    }
    const { importWh, exportWh, qualities } = forgetEstimates(mixed)
    expect(numbers(importWh).slice(0, 3)).toEqual([0, 5, 5])
    expect(numbers(exportWh).slice(0, 3)).toEqual([0, 2, 2])
    expect(qualities.slice(0, 3)).toEqual(['Missing', 'Substituted', 'Measured'])
  })

  it('changes nothing where nothing is missing', () => {
    const day = hourly('2026-01-14', 5)
    expect(estimate([day])).toEqual({ days: [day], pieces: [] })
    expect(estimate([])).toEqual({ days: [], pieces: [] })
  })
})
