import { describe, expect, it } from 'vitest'
import type { MeterFacts, StoredDay } from '@/lib/db/read/settlement-inputs'
import { dayBounds, hoursOf } from '@/lib/domain/metering/calendar'
import { packDay } from '@/lib/domain/metering/intervals'
import { registerValues, sumWh } from '@/lib/domain/metering/register-values'
import type { Hex } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import { nextRead } from './meter-simulator'

const id = `0x${'0'.repeat(63)}1` as Hex
const zero = registerValues([0n, 0n, 0n, 0n, 0n].map(wh))

function meter(changes: Partial<MeterFacts> = {}): MeterFacts {
  const lastRead = {
    meterId: id,
    time: 0,
    sequence: 4,
    quality: 'Measured',
    importWh: zero,
    exportWh: wh(0n),
    maxDemand: watt(0n),
    intervalRoot: id,
  } as const
  return {
    id,
    signer: '0x',
    digits: 9,
    multiplier: 1,
    capacity: watt(1_000n),
    lastRead,
    revoked: false,
    supply: null,
    purchase: null,
    ...changes,
  }
}

function dayOf(day: string, timeZone: string, each: bigint): StoredDay {
  const data = packDay(hoursOf(day, timeZone).map(() => wh(each)))
  return { day, data, exportData: data, minutes: 60, quality: 'Measured', qualities: null, salt: new Uint8Array(32) }
}

describe('nextRead', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-29', 24n],
    ['Europe/London', '2026-03-29', 23n],
    ['Europe/London', '2026-10-25', 25n],
  ])('counts every hour of a day: %s %s', (timeZone, day, hours) => {
    const read = nextRead(meter(), dayBounds(day, timeZone).end, [dayOf(day, timeZone, 10n)], timeZone)
    expect(sumWh(read.importWh)).toBe(hours * 10n)
    expect(read).toMatchObject({ exportWh: hours * 10n, sequence: 5, maxDemand: 10n, quality: 'Measured' })
    expect(BigInt(read.intervalRoot)).not.toBe(0n)
  })

  it('turns dials in steps of the transformer ratio, and over their width', () => {
    const full = registerValues([999n, 0n, 0n, 0n, 0n].map(wh))
    const { lastRead } = meter()
    const dial = meter({ digits: 3, multiplier: 100, lastRead: { ...lastRead, importWh: full } })
    const { importWh } = nextRead(dial, 1, [dayOf('2026-01-05', 'Asia/Shanghai', 100n)], 'Asia/Shanghai')
    expect(importWh[0]).toBe(1n) // Two sharp hours of 100 Wh after 999.
    expect(() => nextRead(dial, 1, [dayOf('2026-01-05', 'Asia/Shanghai', 101n)], 'Asia/Shanghai')).toThrow(RangeError)
  })

  it('is as good as the worst of its days', () => {
    const days = [
      dayOf('2026-01-05', 'Asia/Shanghai', 1n),
      { ...dayOf('2026-01-06', 'Asia/Shanghai', 1n), quality: 'Substituted' as const },
    ]
    expect(nextRead(meter(), 1, days, 'Asia/Shanghai').quality).toBe('Substituted')
  })
})
