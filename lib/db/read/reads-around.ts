/** Billing reads of a meter around a span of time. */
import type { Read } from '@/lib/domain/metering/read'
import { asViewer, type Viewer } from '../client'
import { readFromRow } from '../stored/read'

const DAY_S = 86_400

export interface SpanOfReads {
  /** UTC seconds, [from, to]. */
  from: number
  to: number
  /** How far beyond the span the next read may lie. */
  reachDays: number
}

/** Those in the span, the last one before it and the first one after it, in order of time. */
export async function readsAround(
  viewer: Viewer,
  meterId: string,
  { from, to, reachDays }: SpanOfReads,
): Promise<Read[]> {
  const reach = BigInt(reachDays * DAY_S)
  const [first, last] = [BigInt(from), BigInt(to)]
  return asViewer(viewer, async (tx) => {
    const [before, within, after] = [
      await tx.meterRead.findFirst({
        where: { meterId, time: { lt: first, gte: first - reach } },
        orderBy: { time: 'desc' },
      }),
      await tx.meterRead.findMany({ where: { meterId, time: { gte: first, lte: last } }, orderBy: { time: 'asc' } }),
      await tx.meterRead.findFirst({
        where: { meterId, time: { gt: last, lte: last + reach } },
        orderBy: { time: 'asc' },
      }),
    ]
    return [...(before ? [before] : []), ...within, ...(after ? [after] : [])].map(readFromRow)
  })
}
