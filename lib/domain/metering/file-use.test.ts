import { describe, expect, it } from 'vitest'
import { DaysTaken } from './days-taken'
import { FileUse, type UseBlock } from './file-use'
import { wh } from '../units/units'

const ZONE = 'Asia/Shanghai'
/** 1 January 2026, 00:00 in Shanghai. */
const MIDNIGHT = Date.UTC(2025, 11, 31, 16) / 1_000

const use = () => new FileUse(new DaysTaken('2000-01-01', '2027-01-01', ZONE), ZONE)
const block = (part: Partial<UseBlock> & { energyWh: UseBlock['energyWh'] }): UseBlock => ({
  ...{ meter: 'M', channel: 'E1', direction: 'import', start: MIDNIGHT, seconds: 3_600, quality: 'Measured', line: 1 },
  ...part,
})
const day = (energy: bigint, count = 24) => Array.from({ length: count }, () => wh(energy))

describe('FileUse', () => {
  it('adds the channels of a meter up, and knows an hour only if every channel has it', () => {
    const file = use()
    expect(file.add(block({ energyWh: day(100n) }))).toEqual([])
    expect(file.add(block({ channel: 'E2', energyWh: day(10n, 23) }))).toEqual([])
    const [meter] = file.meters()
    expect(meter?.days.map(({ day: date, importWh }) => [date, importWh[0], importWh[22]])).toEqual([
      ['2026-01-01', 110n, 110n],
    ])
    expect(meter?.days[0]?.qualities.map((quality) => quality === 'Missing')).toEqual([
      ...Array.from({ length: 23 }, () => false),
      true,
    ])
  })

  it('names the line that gives an instant a second value, and takes the same value twice', () => {
    const file = use()
    file.add(block({ energyWh: day(100n) }))
    expect(file.add(block({ energyWh: day(100n), line: 7 }))).toEqual([])
    expect(file.add(block({ energyWh: day(101n), line: 8 }))).toMatchObject([
      { kind: 'fault', about: { name: 'IntervalContradicted', line: 8, facts: { first: '100', second: '101' } } },
    ])
  })

  it('shares whole days of another zone out over the hours they have, without losing a watt-hour', () => {
    const file = use()
    // Two days of Amsterdam, from 23:00 UTC on: 07:00 in Shanghai.
    const start = Date.UTC(2025, 11, 31, 23) / 1_000
    expect(file.add(block({ start, seconds: 86_400, energyWh: [wh(24_001n), wh(48_000n)] }))).toEqual([])
    const [meter] = file.meters()
    const sum = meter?.days.flatMap(({ importWh }) => importWh).reduce((total, energy) => total + energy, 0n)
    expect(sum).toBe(72_001n)
    expect(meter?.isShared).toBe(true)
    expect(meter?.days.map(({ day: date, qualities }) => [date, qualities.indexOf('Estimated')])).toEqual([
      ['2026-01-01', 7],
      ['2026-01-02', 0],
      ['2026-01-03', 0],
    ])
  })

  it('makes hours of register reads: the total if there is one, else the registers together', () => {
    const file = use()
    const read = (hours: number, register: string | null, valueWh: bigint) =>
      file.addReading({
        ...{ meter: 'R', channel: '1.8', direction: 'import', line: 0 },
        time: MIDNIGHT + hours * 3_600,
        register,
        valueWh: wh(valueWh),
      })
    for (const register of ['low', 'normal']) {
      read(0, register, 1_000n)
      read(2, register, 1_300n)
    }
    // 300 Wh on each of two registers in two hours: 300 Wh an hour.
    expect(file.meters()[0]?.days[0]?.importWh.slice(0, 3)).toEqual([300n, 300n, 0n])
    const total = use()
    for (const register of ['low', 'normal', null])
      for (const hours of [0, 2])
        total.addReading({
          ...{ meter: 'R', channel: '1.8', direction: 'import', line: 0 },
          time: MIDNIGHT + hours * 3_600,
          register,
          valueWh: wh(hours === 0 ? 0n : 500n),
        })
    expect(total.meters()[0]?.days[0]?.importWh.slice(0, 3)).toEqual([250n, 250n, 0n])
  })

  it('puts the meter with the most energy first, and leaves registers alone where there are intervals', () => {
    const file = use()
    file.add(block({ energyWh: day(1n) }))
    file.add(block({ meter: 'big', energyWh: day(9n) }))
    for (const hours of [0, 24])
      file.addReading({
        ...{ meter: 'big', channel: 'T', direction: 'import', line: 0, register: null },
        time: MIDNIGHT + hours * 3_600,
        valueWh: wh(BigInt(hours) * 1_000_000n),
      })
    expect(file.meters().map(({ meter, days }) => [meter, days[0]?.importWh[0]])).toEqual([
      ['big', 9n],
      ['M', 1n],
    ])
  })
})
