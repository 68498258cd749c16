import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveCreditMovement, type CreditMoved } from '@/lib/db/write/credits'
import type { Address } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { creditNamed } from './credit-name'
import { addressOf, placeOf, type Happening } from './happening'

export interface GoneArgs {
  account: Address
  creditId: ChainInteger
  energy: ChainInteger
}

const COUNTED = { Stored: 'stored', Returned: 'returned', Redeemed: 'redeemed', Used: 'used' } as const

export interface Gone extends Pick<CreditMoved, 'amount' | 'counterparty'> {
  what: keyof typeof COUNTED
}

/** An account's energy that is gone for good is counted by what became of it. @returns false if it was counted before. */
export async function saveGone(happening: Happening, args: GoneArgs, { what, ...gone }: Gone): Promise<boolean> {
  const energy = wh(toBigint(args.energy))
  return saveCreditMovement(happening.tx, {
    ...placeOf(happening),
    account: addressOf(args.account),
    credit: creditNamed(args.creditId),
    what,
    energy,
    effect: -energy,
    counts: { [COUNTED[what]]: energy },
    ...gone,
  })
}
