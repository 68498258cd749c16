/** Meters of an operator without a chain, and readers that yield what a test says. For specs. */
import { randomUUID } from 'node:crypto'
import { asWorker } from '@/lib/db/client'
import { saveMeter, saveMeterLabel } from '@/lib/db/write/metering'
import { registerValues } from '@/lib/domain/metering/register-values'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import type { IntervalBlock, MeterFileItem, MeterFileReader } from '@/lib/formats/meter-file'
import type { ImportOrder } from '../import-meter-file'

export const OPERATOR: Address = '0x00000000000000000000000000000000000000b0'
export const OTHER_OPERATOR: Address = '0x00000000000000000000000000000000000000b1'

/** 100 A at 230 V. */
const CAPACITY = watt(23_000n)

export async function addMeter(number: string, meterId: Hex, operator = OPERATOR): Promise<void> {
  const opening = {
    meterId,
    time: 0,
    sequence: 0,
    quality: 'Measured',
    importWh: registerValues([0n, 0n, 0n, 0n, 0n].map(wh)),
    exportWh: wh(0n),
    maxDemand: watt(0n),
    intervalRoot: meterId,
  } as const
  const point = { holder: '0x00000000000000000000000000000000000000c1', region: 42, voltageClass: 1 } as const
  const dial = { digits: 9, multiplier: 1, signer: '0x' } as const
  const meter = { operator, ...point, ...dial, customerClass: 'Household', capacity: CAPACITY } as const
  await asWorker(async (tx) => {
    await saveMeter(tx, { id: meterId, meter, opening })
    await saveMeterLabel(tx, { meterId, label: number, number, salt: new Uint8Array(32) })
  })
}

/** Yields the items when it has read all bytes, as a file would say them. */
export function readerOf(items: readonly MeterFileItem[]): MeterFileReader {
  return async function* (file) {
    for await (const _ of file.bytes) void _
    yield* items
  }
}

type Given = Partial<Omit<IntervalBlock, 'energyWh'>> & { start: number; energyWh: readonly bigint[] }

export function blockOf(block: Given): IntervalBlock {
  const energyWh = block.energyWh.map(wh)
  const named = { kind: 'intervals', meter: 'M1', channel: 'E1', direction: 'import', line: 1 } as const
  return { ...named, seconds: 3_600, quality: 'Measured', ...block, energyWh }
}

export function orderOf(items: readonly MeterFileItem[], given: Partial<ImportOrder> = {}): ImportOrder {
  async function* bytes() {
    yield new TextEncoder().encode(
      JSON.stringify(items, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    )
  }
  return { id: randomUUID(), operator: OPERATOR, name: 'hours.csv', bytes: bytes(), read: readerOf(items), ...given }
}
