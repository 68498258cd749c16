import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveMovement, saveShortKind } from '@/lib/db/write/escrow'
import type { Address } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { saveGone, type GoneArgs } from './credits-gone'
import { addressOf, argsOf, placeOf, type Handler } from './happening'

interface Args extends GoneArgs {
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
  const [amount, payer] = [micro(toBigint(args.amount)), addressOf(args.payer)]
  await saveGone(happening, args, { what: 'Returned', amount, counterparty: payer })
  const movement = { ...placeOf(happening), address: payer, kind: 'feedIn' } as const
  await saveMovement(tx, { ...movement, free: -amount })
  await saveShortKind(tx, movement)
}
