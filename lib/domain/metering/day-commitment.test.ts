import { describe, expect, it } from 'vitest'
import { seededRandom } from '../units/seeded-random'
import { wh } from '../units/units'
import { packCommitment, type CommittedDay } from './day-commitment'
import { INTERVAL_QUALITIES } from './meter-day'

const day: CommittedDay = {
  minutes: 30,
  importWh: [wh(127n), wh(128n)],
  exportWh: [wh(0n), wh(300n)],
  qualities: ['Measured', 'Missing'],
}

describe('packCommitment', () => {
  it('writes form, minutes, count, imports, exports and qualities, byte by byte', () => {
    expect([...packCommitment(day)]).toEqual([1, 0, 30, 0, 2, 127, 0x80, 1, 0, 0xac, 2, 0, 3])
    const whole = { minutes: 1_440, importWh: [wh(1n)], exportWh: [wh(2n)], qualities: ['Estimated'] as const }
    expect([...packCommitment(whole)]).toEqual([1, 5, 160, 0, 1, 1, 2, 1])
  })

  it('gives two days that differ anywhere different bytes', () => {
    const random = seededRandom(11n)
    const made = Array.from({ length: 3_000 }, (): CommittedDay => {
      const count = Number(random.between(1n, 3n))
      // Small numbers around the edges of a byte: what would be confused if anything could.
      const energies = () => Array.from({ length: count }, () => wh(random.below(3n) * 127n + random.below(3n)))
      const qualities = Array.from({ length: count }, () => INTERVAL_QUALITIES[Number(random.below(4n))]!)
      return { minutes: Number(random.between(29n, 31n)), importWh: energies(), exportWh: energies(), qualities }
    })
    const text = (one: CommittedDay) => [one.minutes, one.importWh, one.exportWh, one.qualities].join('|')
    const different = new Set(made.map(text))
    expect(new Set(made.map((one) => packCommitment(one).join())).size).toBe(different.size)
    expect(different.size).toBeGreaterThan(2_000)
  })

  it.each<[string, Partial<CommittedDay>]>([
    ['no intervals', { importWh: [], exportWh: [], qualities: [] }],
    ['fewer exports than imports', { exportWh: [wh(0n)] }],
    ['more qualities than imports', { qualities: ['Measured', 'Measured', 'Measured'] }],
    ['no length of an interval', { minutes: 0 }],
    ['a fraction of a minute', { minutes: 7.5 }],
    ['more energy than an interval can hold', { importWh: [wh(1n << 32n), wh(0n)] }],
  ])('refuses a day with %s', (_, changes) => {
    expect(() => packCommitment({ ...day, ...changes })).toThrow(RangeError)
  })
})
