import { describe, expect, it } from 'vitest'
import { watt } from '../units/units'
import { addDays } from './calendar'
import { checkDays, spikes, zeroRuns } from './check-days'
import { gapsIn } from './gaps'
import { places, sampleDay } from './meter-day.sample'

const SHANGHAI = 'Asia/Shanghai'
const at = (text: string) => Date.parse(text) / 1_000

describe('gaps', () => {
  it('runs across midnight and takes in a day that is not there', () => {
    const days = [
      sampleDay('2026-01-01', { importWh: 5, missing: [22, 23] }),
      sampleDay('2026-01-03', { importWh: 5, missing: [0, 7] }),
    ]
    expect(gapsIn(days, SHANGHAI)).toEqual([
      { from: at('2026-01-01T14:00Z'), to: at('2026-01-02T17:00Z'), intervals: 27 },
      { from: at('2026-01-02T23:00Z'), to: at('2026-01-03T00:00Z'), intervals: 1 },
    ])
  })

  it('has 46 half-hours on the day that London loses an hour, 50 when it gains one', () => {
    const around = (before: string) =>
      [before, addDays(before, 2)].map((day) => sampleDay(day, { minutes: 30, timeZone: 'Europe/London' }))
    expect(gapsIn(around('2026-03-28'), 'Europe/London')).toEqual([
      { from: at('2026-03-29T00:00Z'), to: at('2026-03-29T23:00Z'), intervals: 46 },
    ])
    expect(gapsIn(around('2026-10-24'), 'Europe/London')).toEqual([
      { from: at('2026-10-24T23:00Z'), to: at('2026-10-26T00:00Z'), intervals: 50 },
    ])
  })

  it('reaches to the ends of a span that is asked for, also if nothing is known', () => {
    const span = { from: '2026-01-01', to: '2026-01-04' }
    expect(gapsIn([sampleDay('2026-01-02', { minutes: 15 })], SHANGHAI, span)).toEqual([
      { from: at('2025-12-31T16:00Z'), to: at('2026-01-01T16:00Z'), intervals: 96 },
      { from: at('2026-01-02T16:00Z'), to: at('2026-01-03T16:00Z'), intervals: 96 },
    ])
    expect(gapsIn([], SHANGHAI, span)).toEqual([
      { from: at('2025-12-31T16:00Z'), to: at('2026-01-03T16:00Z'), intervals: 72 },
    ])
    expect(gapsIn([], SHANGHAI)).toEqual([])
  })
})

describe('spikes', () => {
  const connection = { capacity: watt(50_000n), timeZone: SHANGHAI }
  const halfHours = (importWh: number[], exportWh: number[] = []) =>
    spikes(sampleDay('2026-01-01', { minutes: 30, importWh, exportWh }), connection)

  it('takes full load for half an hour, and not one watt-hour more, in either direction', () => {
    expect(halfHours([25_000], [0, 25_000])).toEqual([])
    expect(halfHours([0, 25_001], [25_001])).toEqual([
      {
        kind: 'fault',
        about: {
          name: 'IntervalAboveCapacity',
          facts: { at: '2025-12-31T16:00Z', direction: 'export', energy: '25001', possible: '25000' },
          line: null,
        },
      },
      {
        kind: 'fault',
        about: {
          name: 'IntervalAboveCapacity',
          facts: { at: '2025-12-31T16:30Z', direction: 'import', energy: '25001', possible: '25000' },
          line: null,
        },
      },
    ])
  })

  it('lets the watt-hour through that was begun in the interval before: 1,001 W is 250.25 Wh in 15 minutes', () => {
    const quarter = (importWh: number) =>
      spikes(sampleDay('2026-01-01', { minutes: 15, importWh }), { ...connection, capacity: watt(1_001n) }).length
    expect([250, 251, 252].map(quarter)).toEqual([0, 0, 96])
  })

  it.each([
    ['2026-03-29', 23_000],
    ['2026-10-25', 25_000],
  ])('measures a whole day by its length: London, %s, 1 kW', (day, most) => {
    const whole = (importWh: number) =>
      spikes(sampleDay(day, { minutes: 1_440, importWh, timeZone: 'Europe/London' }), {
        capacity: watt(1_000n),
        timeZone: 'Europe/London',
      }).length
    expect([whole(most), whole(most + 1)]).toEqual([0, 1])
  })
})

describe('suspicious zeros', () => {
  const week = places(0, 9).map((index) => addDays('2026-01-01', index))

  it('remarks on seven whole days, not on six', () => {
    const zeros = (count: number) => week.map((day, index) => sampleDay(day, { importWh: index < count ? 0 : 1 }))
    expect(zeroRuns(zeros(6), 7)).toEqual([])
    expect(zeroRuns(zeros(7), 7)).toEqual([
      {
        kind: 'remark',
        about: { name: 'ZeroForDays', facts: { from: '2026-01-01', to: '2026-01-07', days: 7 }, line: null },
      },
    ])
  })

  it('does not take for zeros what is missing or estimated, what is exported, or days apart', () => {
    const broken = (instead: Parameters<typeof sampleDay>[1]) =>
      zeroRuns(
        week.map((day, index) => sampleDay(day, index === 4 ? instead : {})),
        5,
      )
    expect(broken({ missing: [3] })).toEqual([])
    expect(broken({ quality: 'Estimated' })).toEqual([])
    expect(broken({ exportWh: [0, 0, 1] })).toEqual([])
    expect(
      zeroRuns(
        week.filter((_, index) => index !== 4).map((day) => sampleDay(day)),
        5,
      ),
    ).toEqual([])
    expect(broken({})).toHaveLength(1)
  })
})

describe('all checks together', () => {
  const connection = { capacity: watt(50_000n), timeZone: SHANGHAI }
  const names = (days: Parameters<typeof checkDays>[0]) =>
    checkDays(days, connection).map(({ kind, about }) => `${kind} ${about.name}`)

  it('finds nothing in a good day, and each fault by its name', () => {
    const good = sampleDay('2026-01-01', { importWh: 300 })
    expect(names([good])).toEqual([])
    expect(names([{ ...good, importWh: good.importWh.slice(1) }])).toEqual(['fault IntervalCountWrong'])
    expect(names([{ ...good, qualities: good.qualities.slice(1) }])).toEqual(['fault IntervalCountWrong'])
    const wild = sampleDay('2026-01-02', { importWh: [50_001], missing: [4] })
    expect(names([good, wild])).toEqual(['fault IntervalAboveCapacity', 'remark IntervalsMissing'])
  })
})
