import { sumWh } from '@/lib/domain/metering/register-values'
import type { Wh } from '@/lib/domain/units/units'
import { EstimateNotice } from './estimate-notice'
import type { BillReader, RefusedRevision, RevisableBill } from './revised-bill'
import { RevisionCard, type RevisionCardProps } from './revision-card'

export interface RevisionsProps {
  bill: RevisableBill
  /** Revisions that were refused, of any bill. */
  refused: readonly RefusedRevision[]
  reader: BillReader
}

/** What is provisional about a bill, and every time it was made again: the newest first. Nothing for a bill on measured reads. */
export function Revisions({ bill, refused, reader }: RevisionsProps) {
  const { opening, closing, runs } = bill
  const refusedNow = refused.find(({ subject }) => subject === bill.id) ?? null
  return (
    <>
      {bill.estimated && opening && closing && (
        <EstimateNotice opening={opening} closing={closing} trueReadCame={bill.trueReadCame} refused={refusedNow} />
      )}
      {runs
        .map((run, index) => <RevisionCard key={run.txHash} run={run} before={before(bill, index)} reader={reader} />)
        .reverse()}
    </>
  )
}

function before({ runs, firstReads, firstUsed }: RevisableBill, index: number): RevisionCardProps['before'] {
  const previous = runs[index - 1]
  const used: Wh = previous ? sumWh(previous.usedWh) : firstUsed
  return { reads: previous ? previous.reads : firstReads, used }
}
