import { creditFromId } from '@/lib/chain/coding/credit'
import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import type { CreditName } from '@/lib/db/write/credits'

/** Credits of no kind cannot be made: no event says that some moved. */
export function creditNamed(id: ChainInteger): CreditName {
  const creditId = toBigint(id)
  const { kind, ...facts } = creditFromId(creditId)
  if (kind === 'None') throw new Error(`${creditId} is no credit`)
  return { creditId, kind, ...facts }
}
