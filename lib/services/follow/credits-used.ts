import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveCreditMovement } from '@/lib/db/write/credits'
import type { Address } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { creditNamed } from './credit-name'
import { addressOf, argsOf, placeOf, type Handler } from './happening'

interface Args {
  account: Address
  creditId: ChainInteger
  energy: ChainInteger
}

/** They were put on an agreement, whose bills take them. */
export const creditsUsed: Handler = async (happening) => {
  const args = argsOf<Args>(happening)
  const energy = wh(toBigint(args.energy))
  await saveCreditMovement(happening.tx, {
    ...placeOf(happening),
    account: addressOf(args.account),
    credit: creditNamed(args.creditId),
    what: 'Used',
    energy,
    effect: -energy,
    counts: { used: energy },
  })
}
