import {
  INSTRUCTED_USES,
  LEFTOVERS,
  type InstructedUse,
  type Leftover,
  type StandingInstruction,
} from '@/lib/domain/surplus/standing-instruction'
import { reserveTick, tick, type Tick } from '@/lib/domain/surplus/tick'
import { bps, microPerKwh, type Bps, type MicroPerKwh } from '@/lib/domain/units/units'
import { parsePrice } from '@/lib/format/parse-amount'

export const USES = INSTRUCTED_USES
export const RESTS = LEFTOVERS

/** As it is typed. */
export interface InstructionWish {
  first: InstructedUse
  rest: Leftover
  reserve: string
  feedIn: string
  storageId: number
}

export type WishFault = 'reserve' | 'feedIn' | 'storage'
type Terms = Pick<StandingInstruction, 'first' | 'rest' | 'reserve' | 'feedIn' | 'storageId' | 'efficiency'>
export type ReadWish = { ok: true; terms: Terms } | { ok: false; fault: WishFault }

/** What the wish does not use is zero, as the contract wants it. */
export function readWish(
  { first, rest, reserve, feedIn, storageId }: InstructionWish,
  offers: readonly { id: number; efficiency: Bps }[],
): ReadWish {
  const least = first === 'Sell' ? ticksOf(reserve) : tick(0n)
  if (least === null) return { ok: false, fault: 'reserve' }
  // Giving back is the first thing then, and nothing is left of it.
  const leftover = first === 'Return' ? 'Keep' : rest
  const returns = first === 'Return' || leftover === 'Return'
  const price = returns ? parsePrice(feedIn) : microPerKwh(0n)
  if (price === null) return { ok: false, fault: 'feedIn' }
  const offer = first === 'Store' ? offers.find(({ id }) => id === storageId) : { id: 0, efficiency: bps(0n) }
  if (!offer) return { ok: false, fault: 'storage' }
  const terms = { first, rest: leftover, reserve: least, feedIn: price }
  return { ok: true, terms: { ...terms, storageId: offer.id, efficiency: offer.efficiency } }
}

/** Null for what is no price, or dearer than any energy. */
function ticksOf(text: string): Tick | null {
  const price: MicroPerKwh | null = parsePrice(text)
  try {
    return price === null ? null : reserveTick(price)
  } catch {
    return null
  }
}
