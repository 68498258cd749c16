/** What the owner of exported energy can do with it now, the best first, and what each figure rests on. */
import { WH_PER_KWH, microPerKwh, type Bps, type Micro, type MicroPerKwh, type Wh } from '../units/units'
import { usesOf, type SurplusUse, type UseValue } from './best-use'
import type { Book } from './book'
import { expectedPrice, meanPrice, type PastSession } from './expected-price'
import { MAX_ORDER_WH, reserveTick, tick, type Tick } from './tick'

export interface StorageChoice {
  id: number
  efficiency: Bps
  left: Wh
  closed: boolean
}

export interface UseFacts {
  energy: Wh
  /** Of the session that is open for it; null if none is. */
  book: Book | null
  /** Sessions of the region that were cleared. */
  past: readonly PastSession[]
  feedIn: MicroPerKwh | null
  storages: readonly StorageChoice[]
  /** What a kWh costs the owner at home. */
  homePrice: MicroPerKwh | null
}

/** Bids that are there now, what was paid before, a price that is published, or the owner's own bill. */
export type Basis = 'bids' | 'past' | 'published' | 'bill'

export interface OwnUse extends UseValue {
  basis: Basis
}

export interface OwnUses {
  uses: OwnUse[]
  /** Possible, but nothing says what they would bring. */
  unpriced: SurplusUse[]
  /** For a lot: never less than what the grid pays anyway. */
  reserve: Tick
  /** Where most of it comes out again. */
  storage: StorageChoice | null
}

export function ownUses(facts: UseFacts): OwnUses {
  const { energy, book, past, feedIn, homePrice } = facts
  const reserve = feedIn === null ? (meanPrice(past) ?? tick(0n)) : reserveTick(feedIn)
  const fits = energy > 0n && energy <= MAX_ORDER_WH
  const sell = book && fits ? expectedPrice({ energy, reserve }, book, past) : null
  const storage = bestStorage(energy, facts.storages)
  const later = meanPrice(past)
  const values = usesOf(energy, {
    ...(sell && { sell: sell.price }),
    ...(feedIn !== null && { return: feedIn }),
    ...(homePrice !== null && { redeem: homePrice }),
    ...(storage && later !== null && { store: { efficiency: storage.efficiency, later } }),
  })
  const basis = { sell: sell?.from ?? 'past', return: 'published', redeem: 'bill', store: 'past' } as const
  const possible: SurplusUse[] = [
    ...(book && fits ? (['sell'] as const) : []),
    ...(storage ? (['store'] as const) : []),
  ]
  return {
    uses: values.map((value) => ({ ...value, basis: basis[value.use] })),
    unpriced: possible.filter((use) => !values.some((value) => value.use === use)),
    reserve,
    storage,
  }
}

/** That takes all of it; of equals the one that was offered first. */
function bestStorage(energy: Wh, storages: readonly StorageChoice[]): StorageChoice | null {
  const open = storages.filter(({ closed, left }) => !closed && left >= energy)
  return open.reduce<StorageChoice | null>(
    (best, one) => (best && best.efficiency >= one.efficiency ? best : one),
    null,
  )
}

/** Of a whole bill: what a kWh more or less costs differs from it, but it is what a person knows. Rounded down. */
export function pricePerBilledKwh(bill: { total: Micro; used: Wh }): MicroPerKwh | null {
  return bill.used === 0n ? null : microPerKwh((bill.total * WH_PER_KWH) / bill.used)
}
