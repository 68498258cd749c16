/** Agreements that usable credits can be put on. Mirrors what SurplusBook.put asks of an agreement. */
import type { HeldCredit } from './credits'

interface Agreement {
  /** Null if the meter is another's by now. */
  region: number | null
  /** Where a switch or a notice cuts its term; null if nothing does. */
  endsAt: number | null
  ended: boolean
}

/** Of the holder's own agreements, in their order; those that are cut come last, for they have fewer bills left to take something. */
export function putChoices<One extends Agreement>(
  { kind, region }: Pick<HeldCredit, 'kind' | 'region'>,
  agreements: readonly One[],
): One[] {
  if (kind !== 'Usable') return []
  const open = agreements.filter((agreement) => !agreement.ended && agreement.region === region)
  return [...open.filter(({ endsAt }) => endsAt === null), ...open.filter(({ endsAt }) => endsAt !== null)]
}
