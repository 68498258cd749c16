/** The trees of what meters signed. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import type { Hex } from '@/lib/domain/units/hex'
import type { Tx } from '../client'

export interface IntervalTree {
  meterId: string
  intervalRoot: Hex
  /** In order of the days. */
  leaves: readonly { day: LocalDate; leaf: Hex }[]
}

/** Kept once: what a root was made of never changes. */
export async function saveIntervalTree(tx: Tx, { meterId, intervalRoot, leaves }: IntervalTree): Promise<void> {
  const row = {
    meterId,
    intervalRoot,
    days: leaves.map(({ day }) => new Date(day)),
    leaves: Uint8Array.from(Buffer.from(leaves.map(({ leaf }) => leaf.slice(2)).join(''), 'hex')),
  }
  await tx.intervalTree.createMany({ data: [row], skipDuplicates: true })
}
