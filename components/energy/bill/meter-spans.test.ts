import { describe, expect, it } from 'vitest'
import type { Read } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import { meterSpans } from './meter-spans'

const HOUR = 3_600
const registers = (first: bigint) => registerValues([first, 0n, 0n, 0n, 0n].map(wh))
const read = (hour: number, shows: bigint): Read => ({
  meterId: ZERO_HASH,
  time: hour * HOUR,
  sequence: hour,
  quality: 'Measured',
  importWh: registers(shows),
  exportWh: wh(0n),
  maxDemand: watt(0n),
  intervalRoot: ZERO_HASH,
})
const meter = (digits: number, multiplier: number) => ({ digits, multiplier, capacity: watt(1_000_000n) })
const summary = (spans: ReturnType<typeof meterSpans>) =>
  spans.map(({ opening, closing, used, multiplier }) => [opening.time, closing.time, used[0], multiplier].map(Number))

describe('the meters that measured a bill', () => {
  it('is one where none was exchanged', () => {
    const bill = { opening: read(0, 100n), closing: read(9, 350n), used: registers(250n), multiplier: 1, exchanges: [] }
    expect(meterSpans(bill)).toEqual([{ opening: bill.opening, closing: bill.closing, used: bill.used, multiplier: 1 }])
  })

  it('are as many as were there, and their energies add up to the bill’s', () => {
    // 60 Wh over the end of a dial of three digits; then 5 steps of 20 Wh; then 7 steps of 10 Wh.
    const exchanges = [
      { former: meter(3, 1), last: read(0, 990n), closing: read(2, 50n), opening: read(3, 0n) },
      { former: meter(6, 20), last: read(0, 999_997n), closing: read(5, 5n), opening: read(5, 1_000n) },
    ]
    const bill = {
      opening: { ...read(0, 984n), sequence: 5 },
      closing: read(9, 1_007n),
      used: registers(230n),
      multiplier: 10,
      exchanges,
    }
    expect(summary(meterSpans(bill))).toEqual([
      [0, 2 * HOUR, 60, 1],
      [3 * HOUR, 5 * HOUR, 100, 20],
      [5 * HOUR, 9 * HOUR, 70, 10],
    ])
  })
})
