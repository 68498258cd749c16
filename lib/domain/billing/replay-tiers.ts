/** Quantities priced in steps. */
import type { Tier } from '../offers/plan'
import type { ReplayRow } from './replay-lines'

/** Cost of the part of a quantity between `from` and `to`, counted from where the tiers start. Unit × Micro. */
export function tieredCost(tiers: readonly Tier[], { from, to }: { from: bigint; to: bigint }): bigint {
  return tierParts(tiers, { from, to }).reduce((sum, { quantity, price }) => sum + quantity * price, 0n)
}

/** What falls into each tier; tiers that got nothing are left out. */
export function tierParts(
  tiers: readonly Tier[],
  { from, to }: { from: bigint; to: bigint },
): (Omit<ReplayRow, 'label'> & { tier: number })[] {
  const parts: (Omit<ReplayRow, 'label'> & { tier: number })[] = []
  let lower = 0n
  for (const [tier, { upTo, price }] of tiers.entries()) {
    const upper = upTo ?? to
    const start = from > lower ? from : lower
    const end = to < upper ? to : upper
    if (end > start) parts.push({ tier, quantity: end - start, price })
    lower = upper
  }
  return parts
}
