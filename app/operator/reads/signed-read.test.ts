import { describe, expect, it } from 'vitest'
import { EXAMPLE_READ, parseSignedRead } from './signed-read'

type Json = { read: Record<string, unknown>; signature: unknown }
const example = JSON.parse(EXAMPLE_READ) as Json
const withRead = (changes: Record<string, unknown>) =>
  JSON.stringify({ ...example, read: { ...example.read, ...changes } })

describe('parseSignedRead', () => {
  it('reads the example it shows', () => {
    const parsed = parseSignedRead(EXAMPLE_READ)
    expect(parsed.ok && parsed.value.read).toMatchObject({
      time: 1_795_968_000,
      sequence: 14,
      quality: 'Measured',
      importWh: [1_204_500n, 3_880_120n, 5_201_900n, 2_410_360n, 1_199_040n],
      maxDemand: 18_400n,
    })
  })

  it('takes whole numbers for decimal strings', () =>
    expect(parseSignedRead(withRead({ exportWh: 12, time: '1795968000' })).ok).toBe(true))

  it.each([
    ['read.meterId', { meterId: '0x12' }],
    ['read.quality', { quality: 'Guessed' }],
    ['read.importWh', { importWh: ['1', '2'] }],
    ['read.importWh.4', { importWh: ['1', '2', '3', '4', '-5'] }],
    ['read.exportWh', { exportWh: 1.5 }],
    ['read.maxDemand', { maxDemand: (1n << 64n).toString() }],
    ['read.sequence', { sequence: 2 ** 32 }],
    ['read.time', { time: undefined }],
  ])('names %s when it is wrong', (field, changes) => {
    expect(parseSignedRead(withRead(changes))).toEqual({ ok: false, fault: 'malformed', fields: [field] })
  })

  it('refuses what is no read at all', () => {
    expect(parseSignedRead('{')).toEqual({ ok: false, fault: 'notJson', fields: [] })
    expect(parseSignedRead('[]')).toMatchObject({ fault: 'malformed' })
    expect(parseSignedRead(' '.repeat(16_385))).toMatchObject({ fault: 'tooLarge' })
  })
})
