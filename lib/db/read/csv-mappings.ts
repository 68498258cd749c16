/** How people said their CSV files are to be read. The shape of a mapping is that of lib/formats/csv; here it is kept as it came. */
import { asViewer, type Viewer } from '../client'

export interface SavedMapping {
  name: string
  mapping: unknown
}

/** By name. */
export function csvMappingsOf(viewer: Viewer): Promise<SavedMapping[]> {
  const order = { orderBy: { name: 'asc' }, select: { name: true, mapping: true } } as const
  return asViewer(viewer, (tx) => tx.csvMapping.findMany(order))
}
