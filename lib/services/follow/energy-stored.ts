import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { storageOperator } from '@/lib/db/read/credit-causes'
import { saveStorageFilled } from '@/lib/db/write/credits'
import { wh } from '@/lib/domain/units/units'
import { saveGone, type GoneArgs } from './credits-gone'
import { argsOf, type Handler } from './happening'

interface Args extends GoneArgs {
  storageId: ChainInteger
}

/** What storing leaves comes with the CreditsMinted event that follows. */
export const energyStored: Handler = async (happening) => {
  const args = argsOf<Args>(happening)
  const { tx } = happening
  const storageId = toNumber(args.storageId)
  const isNew = await saveGone(happening, args, { what: 'Stored', counterparty: await storageOperator(tx, storageId) })
  if (isNew) await saveStorageFilled(tx, storageId, wh(toBigint(args.energy)))
}
