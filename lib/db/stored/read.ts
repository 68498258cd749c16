/** Reads of a meter between the domain and its two places: JSON (the last read) and rows (every read). */
import { mapRegisters } from '@/lib/domain/metering/register-values'
import type { Read, ReadQuality } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { watt, wh } from '@/lib/domain/units/units'
import type { Decimal, StoredJson } from '../client'
import { registersOf, whOf, wholeOf } from './amounts'
import type { Stored } from './json'

export function readFromJson(json: StoredJson): Read {
  const stored = json as unknown as Stored<Read>
  return {
    ...stored,
    importWh: mapRegisters(stored.importWh, (value) => wh(BigInt(value))),
    exportWh: wh(BigInt(stored.exportWh)),
    maxDemand: watt(BigInt(stored.maxDemand)),
  }
}

export interface ReadColumns {
  meterId: string
  time: bigint
  sequence: bigint
  quality: string
  importWh: Decimal[]
  exportWh: Decimal
  maxDemandW: Decimal
  intervalRoot: string
}

export function readFromRow(row: ReadColumns): Read {
  return {
    meterId: row.meterId as Hex,
    time: Number(row.time),
    sequence: Number(row.sequence),
    quality: row.quality as ReadQuality,
    importWh: registersOf(row.importWh),
    exportWh: whOf(row.exportWh),
    maxDemand: watt(wholeOf(row.maxDemandW)),
    intervalRoot: row.intervalRoot as Hex,
  }
}
