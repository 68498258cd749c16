import { describe, expect, it } from 'vitest'
import { verifyTypedData } from 'viem'
import { dayLeaf, dayNumber } from '@/lib/chain/coding/day-leaf'
import { readTypedData } from '@/lib/chain/intents/read'
import { intervalRoot } from '@/lib/chain/interval-tree'
import { meterKeyOf } from '@/lib/chain/meter-keys'
import { dayBounds } from '@/lib/domain/metering/calendar'
import type { MeterDay } from '@/lib/domain/metering/meter-day'
import type { Read } from '@/lib/domain/metering/read'
import { registerValues, sumWh } from '@/lib/domain/metering/register-values'
import { ZERO_HASH, type Address } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import { midnights, signReads, type Running, type SignedRead } from './sign-reads'

const timeZone = 'Asia/Shanghai'
const midnight = (day: string) => dayBounds(day, timeZone).start
const registry = { chainId: 31_337, meterRegistry: `0x${'a1'.repeat(20)}` as Address }
const key = meterKeyOf(
  { kind: 'secp256k1', secret: `0x${'11'.repeat(32)}` },
  { ...registry, p256Verifier: `0x${'f9'.repeat(20)}` },
)
const salt = new Uint8Array(32).fill(7)
const DAYS = ['2026-01-01', '2026-01-02', '2026-01-03']

/** 24 hours of 10 Wh. */
const dayOf = (day: string, changes: Partial<MeterDay> = {}): MeterDay => ({
  day,
  minutes: 60,
  importWh: Array.from({ length: 24 }, () => wh(10n)),
  exportWh: Array.from({ length: 24 }, () => wh(0n)),
  qualities: Array.from({ length: 24 }, () => 'Measured' as const),
  ...changes,
})

const lastRead = (time: number): Read => ({
  meterId: ZERO_HASH,
  time,
  sequence: 4,
  quality: 'Measured',
  importWh: registerValues([0n, 0n, 0n, 0n, 0n].map(wh)),
  exportWh: wh(0n),
  maxDemand: watt(0n),
  intervalRoot: ZERO_HASH,
})

async function signed(time: number, changes: Partial<Running> & { billedUntil?: number } = {}): Promise<SignedRead[]> {
  const dial = { digits: 9, multiplier: 1, capacity: watt(1_000n) }
  const meter = { id: ZERO_HASH, ...dial, lastRead: lastRead(time), billedUntil: changes.billedUntil ?? time }
  const running = { meter, key, days: DAYS.map((day) => dayOf(day)), instants: [], timeZone, saltOf: async () => salt }
  const reads: SignedRead[] = []
  for await (const one of signReads({ ...running, ...changes })) reads.push(one)
  return reads
}

const leafOf = (day: string) => dayLeaf({ meterId: ZERO_HASH, day: dayNumber(day), salt, data: dayOf(day) })

describe('the reads of a meter', () => {
  it('commit to the days since the one before, and are signed by its key', async () => {
    const instants = midnights(midnight('2026-01-01'), '2026-01-03', timeZone)
    const reads = await signed(midnight('2026-01-01'), { instants })
    expect(reads.map(({ read }) => [read.time, read.sequence, sumWh(read.importWh)])).toEqual([
      [midnight('2026-01-02'), 5, 240n],
      [midnight('2026-01-03'), 6, 480n],
      [midnight('2026-01-04'), 7, 720n],
    ])
    expect(reads.map(({ read }) => read.intervalRoot)).toEqual(DAYS.map((day) => intervalRoot([leafOf(day)])))
    const { read, signature } = reads[2]!
    const address = key.signer as Address
    expect(await verifyTypedData({ address, signature, ...readTypedData(registry, read) })).toBe(true)
  })

  it('end before a day that is not there, or not known', async () => {
    const instants = midnights(midnight('2026-01-01'), '2026-01-03', timeZone)
    const gap = [dayOf('2026-01-01'), dayOf('2026-01-03')]
    expect(await signed(midnight('2026-01-01'), { instants, days: gap })).toHaveLength(1)
    const missing = dayOf('2026-01-02', { qualities: Array.from({ length: 24 }, () => 'Missing' as const) })
    expect(await signed(midnight('2026-01-01'), { instants, days: [gap[0]!, missing, gap[1]!] })).toHaveLength(1)
    expect(await signed(midnight('2025-12-31'), { instants })).toEqual([])
  })

  it('count from the hour of the last read on, not from the midnight before', async () => {
    const instants = [midnight('2026-01-02')]
    const [only] = await signed(midnight('2026-01-01') + 9 * 3_600, { instants })
    expect(sumWh(only!.read.importWh)).toBe(150n)
  })

  it('of a meter that took another’s place count its own energy, and commit to the days of both', async () => {
    // It began at noon of the second day; the month was billed up to the first.
    const instants = [midnight('2026-01-04')]
    const billedUntil = midnight('2026-01-01')
    const [only] = await signed(midnight('2026-01-02') + 12 * 3_600, { instants, billedUntil })
    expect(sumWh(only!.read.importWh)).toBe(360n)
    expect(only!.read.intervalRoot).toBe(intervalRoot(DAYS.map(leafOf)))
  })
})
