/** Which agreement of a meter is which. Rows of the follower and the chain agree on this. */

export interface SupplyRow {
  id: string
  meterId: string
  start: number
  endedAt: number | null
  endsAt: number | null
}

/** The agreement that supplies a meter or will: the earliest that has not ended. A later one follows it. As AgreementBook.agreementOf. */
export function supplying<A extends SupplyRow>(agreements: readonly A[], meterId: string): A | undefined {
  return agreements
    .filter((one) => one.meterId === meterId && one.endedAt === null)
    .sort((a, b) => a.start - b.start)[0]
}

/** Undone in its cooling-off days, before it started. */
export function wasCancelled({ start, endedAt }: Pick<SupplyRow, 'start' | 'endedAt'>): boolean {
  return endedAt !== null && endedAt < start
}

/** Where an agreement is in its life. `leaving`: its end is known; `closing`: it has come, and the last bill has not. */
export type SupplyStage = 'pending' | 'active' | 'leaving' | 'closing' | 'ended' | 'cancelled'

export function stageOf(row: Omit<SupplyRow, 'id' | 'meterId'>, now: number): SupplyStage {
  if (wasCancelled(row)) return 'cancelled'
  if (row.endedAt !== null) return 'ended'
  if (row.endsAt !== null && row.endsAt <= now) return 'closing'
  if (now < row.start) return 'pending'
  return row.endsAt === null ? 'active' : 'leaving'
}
