import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveStorageOffer } from '@/lib/db/write/credits'
import type { Address } from '@/lib/domain/units/hex'
import { bps, wh } from '@/lib/domain/units/units'
import { addressOf, argsOf, type Handler } from './happening'

interface Args {
  storageId: ChainInteger
  operator: Address
  terms: Record<'efficiency' | 'lifetime' | 'capacity', ChainInteger>
}

export const storageOffered: Handler = async (happening) => {
  const { storageId, operator, terms } = argsOf<Args>(happening)
  const offer = {
    id: toNumber(storageId),
    operator: addressOf(operator),
    efficiency: bps(toBigint(terms.efficiency)),
    lifetime: toNumber(terms.lifetime),
    capacity: wh(toBigint(terms.capacity)),
  }
  await saveStorageOffer(happening.tx, offer, happening.fact.txHash)
}
