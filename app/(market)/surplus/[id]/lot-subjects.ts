/** What a consumer could offer for sale in a session: credits for exported energy, or contracted energy of an agreement. */
import type { Trader } from '@/lib/services/surplus-trader'
import type { Hex } from '@/lib/domain/units/hex'
import type { Wh } from '@/lib/domain/units/units'
import { agreementName } from '@/lib/format/agreement-name'

export interface Subject {
  /** As a lot names it. */
  id: Hex
  kind: 'Exported' | 'Stored' | 'Usable' | 'agreement'
  name: string
  /** Of its delivery period; zero for an agreement. */
  start: number
  most: Wh
  /** To begin with. */
  suggested: Wh
  /** What the period will likely use; null if unknown, or of credits. */
  likely: Wh | null
}

/** The most useful first: whatever most can be sold of. */
export function subjectsOf({ credits, agreements }: Pick<Trader, 'credits' | 'agreements'>): Subject[] {
  const ofCredits = credits.map(
    ({ creditId, kind, start, energy }): Subject => ({
      ...{ id: creditHex(creditId), kind, name: '', start },
      ...{ most: energy, suggested: energy, likely: null },
    }),
  )
  const ofAgreements = agreements.flatMap(({ id, contracted, ...agreement }): Subject[] => {
    if (!contracted || contracted.sellable === 0n) return []
    const { sellable, unused, likely } = contracted
    const name = agreementName(agreement)
    const suggested = unused === null || unused === 0n ? (0n as Wh) : unused
    return [{ id, kind: 'agreement', name, start: 0, most: sellable, suggested, likely }]
  })
  return [...ofCredits, ...ofAgreements].sort((a, b) => (a.suggested > b.suggested ? -1 : 1))
}

/** A lot names its credit in 32 bytes. */
const creditHex = (id: bigint): Hex => `0x${id.toString(16).padStart(64, '0')}`
