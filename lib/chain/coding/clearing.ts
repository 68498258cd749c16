/** How a session ended, as its event says it. Mirrors the Solidity struct Clearing. */
import type { Clearing } from '@/lib/domain/surplus/clear'
import { tick } from '@/lib/domain/surplus/tick'
import type { Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { toBigint, toNumber, type ChainInteger } from './numbers'

export interface ClearingStruct {
  price: ChainInteger
  lotsShare: boolean
  offered: ChainInteger
  shared: ChainInteger
  remainder: ChainInteger
  id: Hex
  index: ChainInteger
}

/** @param volume Is not in the struct: the event says it beside. */
export function clearingFromStruct(struct: ClearingStruct, volume: ChainInteger): Clearing {
  return {
    price: tick(toBigint(struct.price)),
    volume: wh(toBigint(volume)),
    lotsShare: struct.lotsShare,
    offered: wh(toBigint(struct.offered)),
    shared: wh(toBigint(struct.shared)),
    remainder: toBigint(struct.remainder),
    id: struct.id.toLowerCase() as Hex,
    index: toNumber(struct.index),
  }
}
