/** A meter's exchange between the domain and its row. */
import type { Meter } from '@/lib/domain/metering/meter'
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import { watt } from '@/lib/domain/units/units'
import type { StoredJson } from '../client'
import type { Stored } from './json'
import { readFromJson } from './read'

/** What a meter's reads are checked against. */
export type KeyedMeter = Pick<Meter, 'signer' | 'digits' | 'multiplier' | 'capacity'>

export interface MeterExchange {
  meterId: Hex
  former: KeyedMeter
  next: KeyedMeter
  last: Read
  closing: Read
  opening: Read
  /** What took the place of `last`. */
  carried: Read
  txHash: string
}

export interface ExchangeColumns {
  meterId: string
  former: StoredJson
  next: StoredJson
  last: StoredJson
  closing: StoredJson
  opening: StoredJson
  carried: StoredJson
  txHash: string
}

export function exchangeFromRow(row: ExchangeColumns): MeterExchange {
  return {
    meterId: row.meterId as Hex,
    former: meterFromJson(row.former),
    next: meterFromJson(row.next),
    last: readFromJson(row.last),
    closing: readFromJson(row.closing),
    opening: readFromJson(row.opening),
    carried: readFromJson(row.carried),
    txHash: row.txHash,
  }
}

function meterFromJson(json: StoredJson): KeyedMeter {
  const stored = json as unknown as Stored<KeyedMeter>
  return { ...stored, signer: stored.signer as Hex, capacity: watt(BigInt(stored.capacity)) }
}
