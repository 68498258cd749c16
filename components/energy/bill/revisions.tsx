import { sumWh } from '@/lib/domain/metering/register-values'
import { micro } from '@/lib/domain/units/units'
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

/** The bill as the runs up to one had left it. */
function before(
  { runs, firstReads, firstUsed, firstTotal }: RevisableBill,
  index: number,
): RevisionCardProps['before'] {
  const first = { reads: firstReads, used: firstUsed, total: firstTotal }
  return runs.slice(0, index).reduce(
    ({ reads, used, total }, run) => ({
      reads: run.reads ?? reads,
      used: run.usedWh ? sumWh(run.usedWh) : used,
      total: micro(total + run.net),
    }),
    first,
  )
}
