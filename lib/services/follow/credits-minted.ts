import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { redeemedFor, storageOperator } from '@/lib/db/read/credit-causes'
import { saveCreditMovement, type CreditName } from '@/lib/db/write/credits'
import type { CreditMove } from '@/lib/domain/surplus/credits'
import type { Address } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { creditNamed } from './credit-name'
import { addressOf, argsOf, placeOf, type Handler, type Happening } from './happening'

interface Args {
  account: Address
  creditId: ChainInteger
  energy: ChainInteger
}

interface Cause {
  what: CreditMove
  counterparty?: string
}

export const creditsMinted: Handler = async (happening) => {
  const args = argsOf<Args>(happening)
  const account = addressOf(args.account)
  const credit = creditNamed(args.creditId)
  const energy = wh(toBigint(args.energy))
  const cause = await causeOf(happening, account, credit)
  const counts = { minted: energy }
  await saveCreditMovement(happening.tx, {
    ...placeOf(happening),
    account,
    credit,
    energy,
    effect: energy,
    counts,
    ...cause,
  })
}

/** Exported is metered, stored is what a storage keeps. Usable was bought, unless a voucher was redeemed for it just before. */
async function causeOf(happening: Happening, account: string, { kind, storageId }: CreditName): Promise<Cause> {
  const { tx } = happening
  if (kind === 'Exported') return { what: 'Minted' }
  if (kind === 'Stored') return { what: 'Kept', counterparty: await storageOperator(tx, storageId) }
  const owner = await redeemedFor(tx, { ...placeOf(happening), station: account })
  return owner === null ? { what: 'Bought' } : { what: 'Received', counterparty: owner }
}
