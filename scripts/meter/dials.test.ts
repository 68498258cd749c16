import { describe, expect, it } from 'vitest'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import type { Read } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import { Dials } from './dials'

const last = (shows: bigint): Read => ({
  meterId: ZERO_HASH,
  time: 0,
  sequence: 7,
  quality: 'Measured',
  importWh: registerValues([shows, shows, shows, shows, shows].map(wh)),
  exportWh: wh(shows),
  maxDemand: watt(0n),
  intervalRoot: ZERO_HASH,
})
const meter = (digits: number, multiplier: number) => ({ digits, multiplier, capacity: watt(1_000_000n) })

/** Every interval of a day of the market the same. In January sharp is two hours, of 24. */
function day(minutes: number, each: bigint, exported = 0n): MeterDay {
  const count = 1_440 / minutes
  const all = <Value>(value: Value) => Array.from({ length: count }, () => value)
  return {
    day: '2026-01-05',
    minutes,
    importWh: all(wh(each)),
    exportWh: all(wh(exported)),
    qualities: all('Measured' as const),
  }
}

const sum = ({ importWh }: Read) => importWh.reduce<bigint>((total, value) => total + value, 0n)
const at = { time: 86_400, intervalRoot: ZERO_HASH }

describe('the dials of a meter', () => {
  it('turn on from the last read, over the end of the dial too', () => {
    const dials = new Dials(meter(3, 1), last(990n), 'Asia/Shanghai')
    dials.count(day(60, 1n, 2n))
    const read = dials.read(at)
    // Two hours of a Wh in the sharp register; 48 Wh exported.
    expect(read.importWh[0]).toBe(992n)
    expect(read.exportWh).toBe(38n)
    expect([read.sequence, read.time, read.maxDemand]).toEqual([8, 86_400, 1n])
  })

  it('keep what is less than a step until it is one', () => {
    const dials = new Dials(meter(9, 100), last(0n), 'Asia/Shanghai')
    // 24 × 55 Wh a day, in registers that each hold back less than 100 Wh.
    for (let count = 0; count < 50; count++) dials.count(day(60, 55n, 7n))
    const read = dials.read(at)
    const energy = 50n * 24n * 55n
    expect(sum(read) * 100n).toBeLessThanOrEqual(energy)
    expect(sum(read) * 100n).toBeGreaterThan(energy - 5n * 100n)
    // 8,400 Wh are 84 steps exactly.
    expect(read.exportWh).toBe(84n)
  })

  it('show the same for the same energy in intervals of any length', () => {
    const of = (minutes: number, each: bigint) => {
      const dials = new Dials(meter(9, 1), last(0n), 'Asia/Shanghai')
      dials.count(day(minutes, each))
      return dials.read(at)
    }
    expect(of(15, 25n).importWh).toEqual(of(60, 100n).importWh)
    // A quarter of an hour of 25 Wh is 100 W.
    expect(of(15, 25n).maxDemand).toBe(100n)
  })

  it('begin anew with the maximum demand, and not with what they count', () => {
    const dials = new Dials(meter(9, 1), last(0n), 'Asia/Shanghai')
    dials.count(day(60, 500n))
    const first = dials.read(at)
    dials.count(day(60, 300n))
    const second = dials.read({ ...at, time: 172_800 })
    expect([first.maxDemand, second.maxDemand]).toEqual([500n, 300n])
    expect(sum(second)).toBe(24n * 800n)
  })

  it('do not count what is missing', () => {
    const dials = new Dials(meter(9, 1), last(0n), 'Asia/Shanghai')
    dials.count({ ...day(60, 1n), qualities: Array.from({ length: 24 }, () => 'Missing' as const) })
    expect(() => dials.read(at)).toThrow(RangeError)
  })
})
