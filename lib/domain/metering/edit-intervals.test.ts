import { describe, expect, it } from 'vitest'
import { watt, wh } from '../units/units'
import { editIntervals, firstAboveCapacity } from './edit-intervals'
import { sampleDay } from './meter-day.sample'

const MIDNIGHT = Date.parse('2026-01-13T16:00Z') / 1_000
const day = sampleDay('2026-01-14', { minutes: 30, importWh: 100, missing: [2, 3] })
const connection = { capacity: watt(50_000n), timeZone: 'Asia/Shanghai' }
const value = (place: number, importWh: number, exportWh = 0) => ({
  start: MIDNIGHT + place * 1_800,
  importWh: wh(BigInt(importWh)),
  exportWh: wh(BigInt(exportWh)),
})
const edit = (edits: ReturnType<typeof value>[], reason = 'Read off the display') =>
  editIntervals(day, { edits, reason }, connection)
const nameOf = (decision: ReturnType<typeof edit>) => !decision.ok && decision.refusal.name

describe('values that a person puts in', () => {
  it('are marked Substituted; what is around them stays', () => {
    const edited = edit([value(2, 25_000, 25_000), value(0, 7)])
    expect(edited.ok && edited.value.importWh.slice(0, 4)).toEqual([7n, 100n, 25_000n, 0n])
    expect(edited.ok && edited.value.exportWh.slice(0, 4)).toEqual([0n, 0n, 25_000n, 0n])
    expect(edited.ok && edited.value.qualities.slice(0, 4)).toEqual([
      'Substituted',
      'Measured',
      'Substituted',
      'Missing',
    ])
    expect(day.importWh[0]).toBe(100n)
  })

  it('are refused without a reason, or with a book', () => {
    expect(nameOf(edit([value(2, 1)], '   no   '))).toBe('EditReasonUnclear')
    expect(nameOf(edit([value(2, 1)], 'x'.repeat(501)))).toBe('EditReasonUnclear')
    expect(nameOf(edit([value(2, 1)], 'x'.repeat(500)))).toBe(false)
  })

  it('are refused where there is no such interval: of another day, or within one', () => {
    expect(nameOf(edit([value(2, 1), value(48, 1)]))).toBe('EditUnknownInterval')
    expect(nameOf(edit([value(-1, 1)]))).toBe('EditUnknownInterval')
    expect(nameOf(edit([{ ...value(2, 1), start: MIDNIGHT + 900 }]))).toBe('EditUnknownInterval')
  })

  it('are refused above what the connection carries: 25,000 Wh in half an hour', () => {
    expect(edit([value(2, 1), value(3, 0, 25_001)])).toEqual({
      ok: false,
      refusal: {
        name: 'IntervalAboveCapacity',
        facts: { start: BigInt(MIDNIGHT + 3 * 1_800), value: 25_001n, possible: 25_000n },
      },
    })
  })

  it('are refused where they change nothing', () => {
    expect(nameOf(edit([]))).toBe('EditChangesNothing')
    // The same number is a change where it was missing: somebody stands for it now.
    expect(nameOf(edit([value(2, 0)]))).toBe(false)
    const once = edit([value(2, 5)])
    if (!once.ok) throw new Error('refused')
    expect(nameOf(editIntervals(once.value, { edits: [value(2, 5)], reason: 'again' }, connection))).toBe(
      'EditChangesNothing',
    )
  })
})

describe('estimates above what the connection carries', () => {
  const above = (importWh: number, quality: 'Estimated' | 'Measured') =>
    firstAboveCapacity([sampleDay('2026-01-14', { importWh: [0, importWh], quality })], connection)

  it('are found, exactly; what was measured is another matter', () => {
    expect(above(50_000, 'Estimated')).toBeNull()
    expect(above(50_001, 'Estimated')).toEqual({ start: MIDNIGHT + 3_600, energy: 50_001n, possible: 50_000n })
    expect(above(50_001, 'Measured')).toBeNull()
  })
})
