import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveCreditMovement } from '@/lib/db/write/credits'
import type { Address } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { creditNamed } from './credit-name'
import { addressOf, argsOf, placeOf, type Handler } from './happening'

interface Args {
  account: Address
  creditId: ChainInteger
  sold: ChainInteger
}

/**
 * The seller's credits were the market's since they were listed: the market loses what was sold. What was not sold comes back
 * with a Transfer event.
 */
export const creditsSold: Handler = async (happening) => {
  const args = argsOf<Args>(happening)
  const energy = wh(toBigint(args.sold))
  if (energy === 0n) return
  const { tx, contracts } = happening
  const credit = creditNamed(args.creditId)
  const [seller, market] = [addressOf(args.account), addressOf(contracts.SurplusMarket)]
  const moved = { ...placeOf(happening), credit, energy }
  const counts = { sold: energy, listed: -energy }
  await saveCreditMovement(tx, { ...moved, account: seller, what: 'Sold', effect: 0n, counts })
  const given = { account: market, what: 'Given', effect: -energy, counterparty: seller } as const
  await saveCreditMovement(tx, { ...moved, part: 1, ...given })
}
