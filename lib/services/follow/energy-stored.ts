import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { storageOperator } from '@/lib/db/read/credit-causes'
import { saveCreditMovement, saveStorageFilled } from '@/lib/db/write/credits'
import type { Address } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { creditNamed } from './credit-name'
import { addressOf, argsOf, placeOf, type Handler } from './happening'

interface Args {
  account: Address
  creditId: ChainInteger
  storageId: ChainInteger
  energy: ChainInteger
}

/** What storing leaves comes with the CreditsMinted event that follows. */
export const energyStored: Handler = async (happening) => {
  const args = argsOf<Args>(happening)
  const { tx } = happening
  const storageId = toNumber(args.storageId)
  const energy = wh(toBigint(args.energy))
  const stored = await saveCreditMovement(tx, {
    ...placeOf(happening),
    account: addressOf(args.account),
    credit: creditNamed(args.creditId),
    what: 'Stored',
    energy,
    effect: -energy,
    counts: { stored: energy },
    counterparty: await storageOperator(tx, storageId),
  })
  if (stored) await saveStorageFilled(tx, storageId, energy)
}
