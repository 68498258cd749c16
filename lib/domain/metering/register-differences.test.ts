/** The same day as in scale-estimates.test.ts: 24 hours of 100 Wh are 200 sharp, 600 peak, 800 flat, 500 valley, 300 deep valley. */
import { describe, expect, it } from 'vitest'
import { sampleDay } from './meter-day.sample'
import { readingDifference, type ReadingPair } from './reading-differences'
import { differencesBetween, pairsOf } from './register-differences'
import { sampleMeter, sampleState } from './registers.sample'
import { watt, wh } from '../units/units'

const [START, END] = ['2026-01-13T16:00Z', '2026-01-14T16:00Z']
const whole = sampleDay('2026-01-14', { importWh: 100, exportWh: 10 })
const COUNTED = [200, 600, 800, 500, 300]

function rowsOf(days: (typeof whole)[], counted: number[], { exported = 240, start = START, end = END } = {}) {
  const pair = {
    previous: sampleState(start, [7, 7, 7, 7, 7], 1),
    next: sampleState(
      end,
      counted.map((n) => n + 7),
      exported + 1,
    ),
  }
  const rows = differencesBetween(pair, days, sampleMeter)
  if (!rows.ok) return rows.refusal.name
  return Object.fromEntries(rows.value.map((row) => [row.register, [Number(row.differenceWh), row.cause]]))
}
const NONE = [0, 'None']

describe('intervals against registers (P5)', () => {
  it('are equal, register by register', () => {
    expect(rowsOf([whole], COUNTED)).toEqual({
      total: NONE,
      sharp: NONE,
      peak: NONE,
      flat: NONE,
      valley: NONE,
      deepValley: NONE,
      export: NONE,
    })
  })

  it('states both sums beside the difference', () => {
    const pair = {
      previous: sampleState(START, [0, 0, 0, 0, 0]),
      next: sampleState(END, [200, 600, 800, 500, 1_300], 240),
    }
    const rows = differencesBetween(pair, [whole], sampleMeter)
    expect(rows.ok && rows.value[0]).toEqual({
      from: pair.previous.time,
      to: pair.next.time,
      register: 'total',
      intervalsWh: 2_400n,
      registerWh: 3_400n,
      differenceWh: 1_000n,
      missing: 0,
      estimated: 0,
      cause: 'Unexplained',
    })
  })

  it('lists one that is less than a watt-hour for each interval as rounding, in its own register and the total', () => {
    // Sharp has two hours: 1 Wh may be lost there, 2 may not. The day has 24: 23 may, 24 may not.
    expect(rowsOf([whole], [201, 600, 800, 500, 300])).toMatchObject({ total: [1, 'Rounding'], sharp: [1, 'Rounding'] })
    expect(rowsOf([whole], [198, 600, 800, 500, 300])).toMatchObject({
      total: [-2, 'Rounding'],
      sharp: [-2, 'Unexplained'],
    })
    expect(rowsOf([whole], COUNTED, { exported: 263 })).toMatchObject({ export: [23, 'Rounding'] })
    expect(rowsOf([whole], COUNTED, { exported: 264 })).toMatchObject({ export: [24, 'Unexplained'] })
  })

  it('hints at what is missing, but not where the intervals hold more than the register counted', () => {
    const holes = sampleDay('2026-01-14', { importWh: 100, exportWh: 10, missing: [18, 19] })
    expect(rowsOf([holes], COUNTED)).toMatchObject({
      total: [200, 'IntervalsMissing'],
      sharp: [200, 'IntervalsMissing'],
      peak: NONE,
    })
    expect(rowsOf([holes], [0, 600, 800, 400, 300])).toMatchObject({ total: [-100, 'Unexplained'], sharp: NONE })
  })

  it('hints at estimates, and at reads that were taken within an interval', () => {
    const qualities = whole.qualities.map((quality, hour) => (hour === 18 ? ('Estimated' as const) : quality))
    const guessed = { ...whole, qualities }
    expect(rowsOf([guessed], [150, 650, 800, 500, 300])).toMatchObject({
      total: NONE,
      sharp: [-50, 'Estimated'],
      peak: [50, 'Unexplained'],
    })
    expect(rowsOf([whole], COUNTED, { end: '2026-01-14T15:30Z' })).toMatchObject({ total: NONE })
    expect(rowsOf([whole], [200, 600, 800, 450, 300], { end: '2026-01-14T15:30Z' })).toMatchObject({
      total: [-50, 'IntervalCut'],
      valley: [-50, 'IntervalCut'],
    })
  })

  it('refuses as the chain does', () => {
    expect(rowsOf([whole], [0, -1, 0, 0, 0])).toBe('ReadBackwards')
    expect(rowsOf([whole], [1_200_001, 0, 0, 0, 0])).toBe('ReadTooFast')
  })

  it('leaves the registers out where a day is one interval', () => {
    const daily = sampleDay('2026-01-14', { minutes: 1_440, importWh: 2_400, exportWh: 240 })
    expect(rowsOf([daily], COUNTED)).toEqual({ total: NONE, export: NONE })
  })

  it('pairs reads in order of time, each instant once', () => {
    const reads = [END, START, '2026-01-15T16:00Z', END].map((time) => sampleState(time, [0, 0, 0, 0, 0]))
    const hours = pairsOf(reads).map(({ previous, next }) => (next.time - previous.time) / 3_600)
    expect(hours).toEqual([24, 24])
  })
})

describe('reads around an exchange of the meter', () => {
  const reads = [sampleState('2026-01-12T16:00Z', [0, 0, 0, 0, 0]), sampleState(START, [4, 12, 16, 10, 6], 0)]
  const last = sampleState(END, [1_200, 1_600, 1_800, 1_500, 1_300], 1_240)
  // The former meter counted fifties of Wh up to START; the next one would have shown 1,000 on each register then.
  const turn = {
    last: reads[1]!,
    former: { digits: 4, multiplier: 50, capacity: sampleMeter.capacity },
    carried: sampleState(START, [1_000, 1_000, 1_000, 1_000, 1_000], 1_000),
  }

  it('count with the meter that was there, and from what was carried over', () => {
    const eve = sampleDay('2026-01-13', { importWh: 100 })
    const differences = pairsOf([...reads, last], [turn]).map((pair) => {
      const rows = differencesBetween(pair, [eve, whole], sampleMeter)
      return rows.ok && rows.value.map(({ differenceWh }) => Number(differenceWh))
    })
    // 4 × 50 is 200 sharp; 1,200 less 1,000 is 200 sharp.
    expect(differences).toEqual([Array(7).fill(0), Array(7).fill(0)])
    expect(pairsOf([...reads, last]).map(({ previous, by }) => [previous, by])).toEqual([
      [reads[0], undefined],
      [reads[1], undefined],
    ])
  })
})

describe('readings of one register from a file', () => {
  const difference = (pair: Partial<ReadingPair>, values: [number, number], meter = sampleMeter) => {
    const [previous, next] = values.map((value, index) => ({
      time: Date.parse([START, END][index]!) / 1_000,
      valueWh: wh(BigInt(value)),
    }))
    return readingDifference({ register: 'total', previous: previous!, next: next!, ...pair }, [whole], meter)
  }

  it('compares a total, an export and a tariff register', () => {
    expect(difference({}, [5, 2_405])).toMatchObject({
      value: { intervalsWh: 2_400n, differenceWh: 0n, cause: 'None' },
    })
    expect(difference({ register: 'export' }, [0, 239])).toMatchObject({
      value: { differenceWh: -1n, cause: 'Rounding' },
    })
    expect(difference({ register: 'peak' }, [0, 700])).toMatchObject({
      value: { intervalsWh: 600n, differenceWh: 100n },
    })
  })

  it('goes over the end of the dial and multiplies', () => {
    const meter = { ...sampleMeter, digits: 5, multiplier: 40 }
    // 99,970 to 30 is 60 on the dial, 2,400 Wh.
    expect(difference({}, [99_970, 30], meter)).toMatchObject({ value: { registerWh: 2_400n, differenceWh: 0n } })
    expect(difference({}, [0, 100_000], meter)).toMatchObject({ refusal: { name: 'ReadTooWide' } })
  })

  it('refuses what the connection cannot have carried: 100 W for 24 hours is 2,400 Wh', () => {
    const meter = { ...sampleMeter, capacity: watt(100n) }
    expect(difference({}, [0, 2_400], meter)).toMatchObject({ ok: true })
    expect(difference({}, [0, 2_401], meter)).toMatchObject({ refusal: { name: 'ReadTooFast' } })
    expect(difference({}, [2_401, 0], meter)).toMatchObject({ refusal: { name: 'ReadBackwards' } })
  })
})
