import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import type { ChannelDay } from './channel-day'
import { fileDay, mergedDay } from './merge-day'
import type { IntervalQuality, MeterDay } from './meter-day'

/** A short day of two hours, so that every number can be read. */
const countOf = (minutes: number) => (minutes === 1_440 ? 1 : 120 / minutes)
const day = '2026-01-02'

const M: IntervalQuality = 'Measured'
const channel = (
  direction: ChannelDay['direction'],
  minutes: number,
  values: (number | null)[],
  quality: IntervalQuality = M,
): ChannelDay => ({
  direction,
  minutes,
  energyWh: values.map((value) => wh(BigInt(value ?? 0))),
  qualities: values.map((value) => (value === null ? null : quality)),
})
const storedDay = (
  minutes: number,
  imported: number[],
  exported: number[],
  qualities: IntervalQuality[],
): MeterDay => ({
  day,
  minutes,
  importWh: imported.map((value) => wh(BigInt(value))),
  exportWh: exported.map((value) => wh(BigInt(value))),
  qualities,
})
const merged = (channels: ChannelDay[], stored: MeterDay | null = null) =>
  mergedDay(fileDay(channels, countOf), { day, stored, countOf })

describe('the channels of a file', () => {
  it('of one direction add up, and have the longest of their lengths', () => {
    const channels = [
      channel('import', 30, [1, 2, 3, 4]),
      channel('import', 60, [10, 20]),
      channel('export', 60, [5, 6]),
    ]
    expect(merged(channels)).toEqual({
      day,
      minutes: 60,
      importWh: [13n, 27n],
      exportWh: [5n, 6n],
      qualities: [M, M],
      lost: 0,
    })
  })

  it('give an interval the worst of their qualities', () => {
    const day = merged([channel('import', 60, [1, 2]), channel('export', 60, [0, 0], 'Substituted')])
    expect(day.qualities).toEqual(['Substituted', 'Substituted'])
  })

  it('leave an interval missing that one of them lacks, and count what could not be used', () => {
    const day = merged([channel('import', 60, [1, 2]), channel('import', 60, [4, null])])
    expect(day).toMatchObject({ importWh: [5n, 0n], qualities: [M, 'Missing'], lost: 1 })
  })

  it('do not make an hour of half an hour', () => {
    const day = merged([channel('import', 30, [1, null, 3, 4]), channel('export', 60, [0, 0])])
    // The half-hour by itself, and the hour of export beside it.
    expect(day).toMatchObject({ importWh: [0n, 7n], qualities: ['Missing', M], lost: 2 })
  })
})

describe('a day of a file', () => {
  const stored = storedDay(60, [100, 200], [7, 8], [M, 'Estimated'])

  it('leaves what it does not have as it was', () => {
    const day = merged([channel('import', 60, [null, 5]), channel('export', 60, [null, 6])], stored)
    expect(day).toMatchObject({ importWh: [100n, 5n], exportWh: [7n, 6n], qualities: [M, M] })
  })

  it('says nothing of export that it has no channel for: that stays, as good as it was', () => {
    const day = merged([channel('import', 60, [1, 2])], stored)
    expect(day).toMatchObject({ importWh: [1n, 2n], exportWh: [7n, 8n], qualities: [M, 'Estimated'] })
  })

  it('fills with what is missing where nobody knows', () => {
    expect(merged([channel('import', 60, [null, 5])])).toMatchObject({ importWh: [0n, 5n], qualities: ['Missing', M] })
  })

  it('that is whole takes the place of the old one with intervals of its own length', () => {
    const fine = [channel('import', 30, [1, 2, 3, 4]), channel('export', 30, [0, 0, 0, 0])]
    expect(merged(fine, stored)).toMatchObject({ minutes: 30, importWh: [1n, 2n, 3n, 4n], exportWh: [0n, 0n, 0n, 0n] })
  })

  it('that is finer but not whole is summed to the length of the old one', () => {
    const part = [channel('import', 30, [null, null, 3, 4]), channel('export', 30, [null, null, 1, 1])]
    expect(merged(part, stored)).toMatchObject({ minutes: 60, importWh: [100n, 7n], exportWh: [7n, 2n], lost: 0 })
    const half = [channel('import', 30, [null, 9, 3, 4]), channel('export', 30, [null, 9, 1, 1])]
    expect(merged(half, stored)).toMatchObject({ importWh: [100n, 7n], exportWh: [7n, 2n], lost: 1 })
  })

  it('that is coarser but not whole makes the old one coarser', () => {
    const fine = storedDay(30, [1, 2, 3, 4], [0, 0, 0, 0], [M, M, M, 'Substituted'])
    expect(merged([channel('import', 60, [50, null])], fine)).toMatchObject({
      minutes: 60,
      importWh: [50n, 7n],
      qualities: [M, 'Substituted'],
    })
  })
})
