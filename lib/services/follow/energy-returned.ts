import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveCreditMovement } from '@/lib/db/write/credits'
import { saveMovement, saveShortKind } from '@/lib/db/write/escrow'
import type { Address } from '@/lib/domain/units/hex'
import { micro, wh } from '@/lib/domain/units/units'
import { creditNamed } from './credit-name'
import { addressOf, argsOf, placeOf, type Handler } from './happening'

interface Args {
  account: Address
  creditId: ChainInteger
  energy: ChainInteger
  payer: Address
  amount: ChainInteger
}

/**
 * The payer's balance falls by the whole price here; what was not there the DebitedShort event before it gave back, and the Owed
 * event makes it a debt. The owner is paid with the Credited event.
 */
export const energyReturned: Handler = async (happening) => {
  const args = argsOf<Args>(happening)
  const { tx } = happening
  const place = placeOf(happening)
  const energy = wh(toBigint(args.energy))
  const [amount, payer] = [micro(toBigint(args.amount)), addressOf(args.payer)]
  await saveCreditMovement(tx, {
    ...place,
    account: addressOf(args.account),
    credit: creditNamed(args.creditId),
    what: 'Returned',
    energy,
    effect: -energy,
    counts: { returned: energy },
    amount,
    counterparty: payer,
  })
  const movement = { ...place, address: payer, kind: 'feedIn' } as const
  await saveMovement(tx, { ...movement, free: -amount })
  await saveShortKind(tx, movement)
}
