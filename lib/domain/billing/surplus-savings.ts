/** What surplus saved on a bill: the bill with it, against the same bill without. */
import { signedMicro, wh, type SignedMicro } from '../units/units'
import { draft, type BilledOffer, type BilledTariff, type BilledUse } from './bill'
import type { BilledSurplus } from './surplus'

export type BilledPeriod = Omit<BilledUse, 'taken' | 'exitFee'>

export interface SurplusSavings {
  /** By the band that moved; below zero where it cost more. Of a month on annual basis nothing: its band is the year's. */
  moved: SignedMicro
  /** By credits for energy that was paid for already. */
  taken: SignedMicro
}

/** @param period As it was billed: contracted energy with what was bought and without what was sold. */
export function surplusSavings(
  offer: BilledOffer,
  table: BilledTariff,
  period: BilledPeriod,
  { bought, sold, taken }: BilledSurplus,
): SurplusSavings {
  const totalOf = (use: BilledUse) => draft(offer, table, use).total
  const unmoved = wh(period.contracted - (bought < period.contracted ? bought : period.contracted) + sold)
  const plain = totalOf(period)
  return {
    moved: signedMicro(totalOf({ ...period, contracted: unmoved }) - plain),
    taken: signedMicro(plain - totalOf({ ...period, taken })),
  }
}
