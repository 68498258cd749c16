import { describe, expect, it } from 'vitest'
import { sampleDay } from './meter-day.sample'
import { notBillable, type BilledRead, type MeteredPeriod } from './not-billable'
import { sampleMeter, sampleState } from './registers.sample'

const [START, END] = ['2026-01-13T16:00Z', '2026-01-15T16:00Z']
/** Two days of 24 hours of 100 Wh: see register-differences.test.ts. */
const TWO_DAYS = [400, 1_200, 1_600, 1_000, 600]
const days = ['2026-01-14', '2026-01-15'].map((day) => sampleDay(day, { importWh: 100 }))
const opening: BilledRead = { ...sampleState(START, [0, 0, 0, 0, 0]), quality: 'Measured' }
const closing: BilledRead = { ...sampleState(END, TWO_DAYS), quality: 'Measured' }
const good: MeteredPeriod = {
  meter: { ...sampleMeter, revokedAt: null },
  days,
  reads: [opening, closing],
  turns: [],
  refused: null,
  period: { start: opening.time, end: closing.time, from: '2026-01-14', to: '2026-01-16' },
  now: closing.time,
}
const reasons = (change: Partial<MeteredPeriod>) =>
  notBillable({ ...good, ...change }).map(({ name, stops }) => `${name}${stops ? ' stops' : ''}`)

describe('why a period is not billed', () => {
  it('has nothing to say of a good one', () => {
    expect(notBillable(good)).toEqual([])
  })

  it('names each read that is not there', () => {
    expect(notBillable({ ...good, reads: [opening] })).toEqual([
      { name: 'NoRead', stops: true, facts: { time: BigInt(closing.time) } },
    ])
    expect(reasons({ reads: [] })).toEqual(['NoRead stops', 'NoRead stops'])
    // A read of another instant is no read of this one.
    expect(reasons({ reads: [opening, { ...closing, time: closing.time - 1 }] })).toEqual(['NoRead stops'])
  })

  it('says why the read is not there: refused, or its key revoked by then', () => {
    const refused = { name: 'ReadBackwards', facts: {} }
    expect(notBillable({ ...good, reads: [opening], refused })[1]).toEqual({
      name: 'ReadRefused',
      stops: true,
      facts: { refusal: 'ReadBackwards' },
    })
    const revoked = (revokedAt: number) => ({ reads: [opening], meter: { ...good.meter, revokedAt } })
    expect(reasons(revoked(closing.time))).toEqual(['NoRead stops', 'KeyRevoked stops'])
    expect(reasons(revoked(closing.time + 1))).toEqual(['NoRead stops'])
    // What was read before the key was revoked, or came again, stands.
    expect(reasons({ ...revoked(closing.time), reads: [opening, closing], refused })).toEqual([])
  })

  it('misses no read before its time', () => {
    expect(reasons({ reads: [opening], now: closing.time - 1, refused: { name: 'ReadBackwards', facts: {} } })).toEqual(
      [],
    )
    expect(reasons({ reads: [], now: closing.time - 1 })).toEqual(['NoRead stops'])
  })

  it('marks a read that was not measured', () => {
    expect(reasons({ reads: [opening, { ...closing, quality: 'Estimated' }] })).toEqual(['ReadNotMeasured'])
  })

  it('counts whole days and single intervals that are missing', () => {
    const [first, second] = days
    const found = notBillable({
      ...good,
      days: [{ ...first!, ...sampleDay('2026-01-14', { importWh: 100, missing: [3, 9] }) }],
    })
    expect(found).toEqual([
      // 2,400 of the second day, 200 of two hours.
      { name: 'RegistersDiffer', stops: false, facts: { difference: 2_600n, cause: 'IntervalsMissing' } },
      { name: 'DaysMissing', stops: false, facts: { days: 1n } },
      { name: 'IntervalsMissing', stops: false, facts: { intervals: 2n } },
    ])
    expect(reasons({ days: [second!] })).toEqual(['RegistersDiffer', 'DaysMissing'])
    expect(reasons({ days: [] })).toEqual(['RegistersDiffer', 'DaysMissing'])
  })

  it('says when nothing at all was measured', () => {
    const guess = (day: string) => sampleDay(day, { importWh: 100, quality: 'Estimated' })
    expect(reasons({ days: [guess('2026-01-14'), guess('2026-01-15')] })).toEqual(['EstimatedOnly'])
    expect(reasons({ days: [guess('2026-01-14'), days[1]!] })).toEqual([])
  })

  it('stops on reads faster than the connection, and points at intervals above it', () => {
    // 48 hours at 50 kW are 2,400,000 Wh.
    const reads = (peak: number) => [opening, { ...closing, ...sampleState(END, [0, peak, 0, 0, 0]) }]
    expect(reasons({ reads: reads(2_400_000) })).toEqual(['RegistersDiffer'])
    expect(reasons({ reads: reads(2_400_001) })).toEqual(['CapacityExceeded stops'])
    const wild = sampleDay('2026-01-15', { importWh: [50_001, 50_000], exportWh: [0, 0, 50_001] })
    const found = notBillable({ ...good, days: [days[0]!, wild] })
    expect(found.find(({ name }) => name === 'CapacityExceeded')).toEqual({
      name: 'CapacityExceeded',
      stops: false,
      facts: { intervals: 2n },
    })
  })

  it('stops on reads that no meter can show one after the other', () => {
    const back = [
      { ...opening, ...sampleState(START, [9, 9, 9, 9, 9]) },
      { ...closing, ...sampleState(END, [0, 0, 0, 0, 0]) },
    ]
    expect(reasons({ reads: back })).toEqual(['ReadRefused stops'])
  })
})
