/** What meters that were taken down committed to in their closing reads, which are recorded with the exchange. */
import type { Bounds } from '@/lib/domain/metering/calendar'
import type { Read } from '@/lib/domain/metering/read'
import type { Hex } from '@/lib/domain/units/hex'
import type { Tx } from '../client'
import { exchangeFromRow } from '../stored/exchange'

export interface ClosingRead {
  read: Read
  /** Of the last read before: the days from then on lie under the root. */
  since: number
  /** That recorded the exchange. */
  txHash: Hex
}

/** Where the last recorded read closed the meter, there is none of its own. */
export async function closingReads(tx: Tx, meterId: string): Promise<ClosingRead[]> {
  const rows = await tx.meterExchange.findMany({ where: { meterId }, orderBy: { exchangedAt: 'asc' } })
  return rows
    .map(exchangeFromRow)
    .filter(({ last, closing }) => closing.time > last.time)
    .map(({ last, closing, txHash }) => ({ read: closing, since: last.time, txHash: txHash as Hex }))
}

/** Those that commit to days between two instants. */
export async function closingReadsOver(tx: Tx, meterId: string, { start, end }: Bounds): Promise<ClosingRead[]> {
  const all = await closingReads(tx, meterId)
  return all.filter(({ read, since }) => since < end && read.time > start)
}
