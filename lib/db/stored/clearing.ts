import type { Clearing } from '@/lib/domain/surplus/clear'
import { tick } from '@/lib/domain/surplus/tick'
import { wh } from '@/lib/domain/units/units'
import type { StoredJson } from '../client'
import type { Stored } from './json'

export function clearingFromJson(json: StoredJson): Clearing {
  const { price, volume, lotsShare, offered, shared, remainder, id, index } = json as unknown as Stored<Clearing>
  return {
    price: tick(BigInt(price)),
    volume: wh(BigInt(volume)),
    lotsShare,
    offered: wh(BigInt(offered)),
    shared: wh(BigInt(shared)),
    remainder: BigInt(remainder),
    id,
    index,
  }
}
