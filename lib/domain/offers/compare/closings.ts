/** The months that each band of a contract year holds for, with its edges in numbers: the same for all offers with the same clause. */
import { split } from '../../billing/deviation'
import { wh, type Wh } from '../../units/units'
import type { Offer } from '../offer'
import { endsYear } from './price-year'

export interface Closing {
  /** First and last month, both included. */
  from: number
  to: number
  contracted: Wh
  lower: number
  upper: number
}

export type ClosingsFor = (offer: Pick<Offer, 'termPeriods' | 'deviation'>) => readonly Closing[]

export function closingsFor(contracted: readonly Wh[]): ClosingsFor {
  const known = new Map<string, readonly Closing[]>()
  return (offer) => {
    const { lower, upper } = offer.deviation
    const key = `${Math.min(offer.termPeriods, contracted.length)}/${lower}/${upper}`
    let closings = known.get(key)
    if (!closings) known.set(key, (closings = closingsOf(offer, contracted)))
    return closings
  }
}

function closingsOf({ termPeriods, deviation }: Pick<Offer, 'termPeriods' | 'deviation'>, contracted: readonly Wh[]) {
  const closings: Closing[] = []
  let from = 0
  let sum = 0n
  for (const [month, energy] of contracted.entries()) {
    sum += energy
    if (!endsYear(termPeriods, month, contracted.length)) continue
    const { lower, upper } = split(wh(sum), wh(0n), deviation)
    closings.push({ from, to: month, contracted: wh(sum), lower: Number(lower), upper: Number(upper) })
    from = month + 1
    sum = 0n
  }
  return closings
}
