/** Settlement runs that the contracts refuse, so that the people they concern can see why. */
import { asViewer, type Viewer } from '../client'

/** A bill that was to be made again; a month of a purchase; how a surplus session ends; what a standing instruction says; what is due to an ended agreement. */
export type RunKind = 'revision' | 'purchase' | 'session' | 'instruction' | 'due'

export interface RefusedRunRow {
  kind: RunKind
  /** The bill, or the purchase. */
  subject: string
  start: number
  reasonName: string
  /** bigint facts are decimal strings. */
  reasonFacts: Record<string, string>
  /** When it was last tried. */
  at: number
}

/** What concerns the viewer and was not made up for since, the newest month first. */
export async function refusedRunsOf(viewer: Viewer, kind: RunKind): Promise<RefusedRunRow[]> {
  const orderBy = [{ start: 'desc' } as const, { subject: 'asc' } as const]
  const rows = await asViewer(viewer, (tx) =>
    tx.refusedRun.findMany({ where: { kind }, orderBy, omit: { parties: true } }),
  )
  return rows.map((row) => ({
    ...row,
    kind,
    start: Number(row.start),
    reasonFacts: row.reasonFacts as Record<string, string>,
    at: Number(row.at),
  }))
}
