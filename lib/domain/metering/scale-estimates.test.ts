/**
 * A Wednesday in Shanghai: 100 Wh in each of the hours 0 to 11, the afternoon missing and guessed at 200 Wh an hour. By the market's
 * calendar the morning is 300 Wh peak (9–11), 200 flat (7, 8), 400 valley (0, 1, 5, 6) and 300 deep valley (2–4); the afternoon has
 * two sharp hours (18, 19), three of peak (16, 17, 20), six flat (12–15, 21, 22), one valley (23) and no deep valley.
 */
import { describe, expect, it } from 'vitest'
import { wh } from '../units/units'
import { estimateGaps } from './estimate-gaps'
import { places, sampleDay, sampleHistory } from './meter-day.sample'
import { differencesBetween, type ComparedMeter, type ReadPair } from './register-differences'
import { sampleMeter, sampleState } from './registers.sample'
import { scaleEstimates } from './scale-estimates'

const [START, END] = ['2026-01-13T16:00Z', '2026-01-14T16:00Z']
const afternoon = places(12, 24)
const day = sampleDay('2026-01-14', { importWh: 100, exportWh: 0, missing: afternoon })
const like = sampleDay('2026-01-13', { importWh: 200, exportWh: 3 })

function scaled(pair: ReadPair, meter: ComparedMeter = sampleMeter) {
  const estimate = estimateGaps([day], sampleHistory([like, day]), meter.timeZone)
  if (!estimate.ok) throw new Error(estimate.refusal.name)
  const { days, scalings } = scaleEstimates({ before: [day], days: estimate.value.days }, [pair], meter)
  const [only] = days
  return { days, scalings, importWh: only!.importWh.map(Number), exportWh: only!.exportWh.map(Number) }
}
const pair = (registers: number[], exported = 0): ReadPair => ({
  previous: sampleState(START, [0, 0, 0, 0, 0]),
  next: sampleState(END, registers, exported),
})
const morning = places(0, 12).map(() => 100)

describe('estimates between two reads', () => {
  it('are scaled register by register, to the watt-hour (P5)', () => {
    const given = pair([500, 1_300, 801, 407, 300], 38)
    const { days, scalings, importWh, exportWh } = scaled(given)
    // Sharp 500 ÷ 2; peak 1,000 ÷ 3; flat 601 ÷ 6; valley 7: the first hour takes the remainder.
    expect(importWh).toEqual([...morning, 101, 100, 100, 100, 334, 333, 250, 250, 333, 100, 100, 7])
    // 38 ÷ 12 is 3 and 2 over.
    expect(exportWh).toEqual([...places(0, 12).map(() => 0), 4, 4, ...Array(10).fill(3)])
    expect(scalings).toMatchObject([{ importTo: 'registers', isExportScaled: true }])
    const rows = differencesBetween(given, days, sampleMeter)
    expect(rows.ok && rows.value.map(({ register, differenceWh }) => [register, differenceWh])).toEqual(
      ['total', 'sharp', 'peak', 'flat', 'valley', 'deepValley', 'export'].map((register) => [register, 0n]),
    )
  })

  it('are scaled to the total where a register counted what no estimate can hold', () => {
    // One Wh more in the deep valley, which was measured: 2,109 are left for twelve hours, 175 each and 9 over.
    const { scalings, importWh } = scaled(pair([500, 1_300, 801, 407, 301]))
    expect(scalings).toMatchObject([{ importTo: 'total', isExportScaled: true }])
    expect(importWh).toEqual([...morning, ...places(0, 9).map(() => 176), 175, 175, 175])
  })

  it('stay as they are where the registers counted less than was measured', () => {
    const { scalings, importWh } = scaled(pair([0, 300, 200, 400, 299]))
    expect(scalings).toMatchObject([{ importTo: null, isExportScaled: true }])
    expect(importWh).toEqual([...morning, ...afternoon.map(() => 200)])
  })

  it('count a dial that rolled over, and the multiplier', () => {
    const meter = { ...sampleMeter, digits: 4, multiplier: 10 }
    const given = {
      previous: sampleState(START, [9_990, 0, 0, 0, 0]),
      next: sampleState(END, [40, 130, 80, 41, 30]),
    }
    // The sharp register went from 9,990 over 9,999 to 40: 50 × 10.
    const { scalings, importWh, days } = scaled(given, meter)
    expect(scalings).toMatchObject([{ importTo: 'registers' }])
    expect(importWh).toEqual([...morning, ...Array(4).fill(100), 334, 333, 250, 250, 333, 100, 100, 10])
    const rows = differencesBetween(given, days, meter)
    expect(rows.ok && rows.value.every(({ differenceWh }) => differenceWh === 0n)).toBe(true)
  })

  it('are left alone where the reads cut an interval, lie outside, or go backwards', () => {
    const untouched = [...morning, ...afternoon.map(() => 200)]
    const late = {
      previous: sampleState('2026-01-13T16:30Z', [0, 0, 0, 0, 0]),
      next: sampleState(END, [9, 9, 9, 9, 9]),
    }
    const wide = {
      previous: sampleState('2026-01-13T15:00Z', [0, 0, 0, 0, 0]),
      next: sampleState(END, [9, 9, 9, 9, 9]),
    }
    const back = { previous: sampleState(START, [9, 9, 9, 9, 9]), next: sampleState(END, [0, 0, 0, 0, 0]) }
    for (const given of [late, wide, back]) {
      expect(scaled(given)).toMatchObject({ scalings: [], importWh: untouched })
    }
  })

  it('are left alone while something between the reads is still missing', () => {
    const next = sampleDay('2026-01-15', { quality: 'Missing' })
    const before = [day, next]
    const half = estimateGaps([day], sampleHistory([like, day]), 'Asia/Shanghai')
    const given = {
      previous: sampleState(START, [0, 0, 0, 0, 0]),
      next: sampleState('2026-01-15T16:00Z', [900, 900, 900, 900, 900]),
    }
    const days = half.ok ? [...half.value.days, next] : []
    expect(scaleEstimates({ before, days }, [given], sampleMeter)).toEqual({ days, scalings: [] })
  })

  it('go to the total where a day is one interval', () => {
    const before = [sampleDay('2026-01-14', { minutes: 1_440, quality: 'Missing' })]
    const days = [{ ...before[0]!, importWh: [wh(9n)], qualities: ['Estimated' as const] }]
    const { scalings, days: after } = scaleEstimates({ before, days }, [pair([1, 2, 3, 4, 5])], sampleMeter)
    expect(scalings).toMatchObject([{ importTo: 'total' }])
    expect(after[0]?.importWh).toEqual([15n])
  })
})
