import { billFromEvent, type BillSettledArgs } from '@/lib/chain/coding/billing'
import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { billBasis } from '@/lib/db/read/bill-basis'
import { surplusOfRun } from '@/lib/db/read/due'
import { firstReadsOf } from '@/lib/db/read/revisions'
import { billIdOf, saveRevision } from '@/lib/db/write/billing'
import { unpack, type BillLine } from '@/lib/domain/billing/lines'
import { accountOf } from '@/lib/domain/settlement/payees'
import { pairBehind, pairsOf } from '@/lib/domain/settlement/revision'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

/** The money moves with the escrow's events of the same transaction. */
export const billRevised: Handler = async (happening) => {
  const args = argsOf<BillSettledArgs & { reversed: readonly ChainInteger[] }>(happening)
  const agreementId = hexOf(args.agreementId)
  const { start, end, used, lines } = billFromEvent(args)
  const basis = await billBasis(happening.tx, { agreementId, start, end })
  if (!basis) throw new Error(`revision of ${agreementId}: its agreement, offer or tariff table has no row`)
  const { consumer, retailer, offer, table, meter, reads: known } = basis
  const paid = (of: readonly BillLine[]) =>
    of.map((line) => ({ ...line, payeeAddress: accountOf(line.payee, offer, table) }))
  const billId = billIdOf({ agreementId, start })
  const first = await firstReadsOf(happening.tx, billId)
  const { txHash, logIndex, blockNumber, at: settledAt } = placeOf(happening)
  const { taken } = await surplusOfRun(happening.tx, { agreementId, start: table.start, txHash })
  await saveRevision(happening.tx, {
    txHash,
    logIndex,
    billId,
    consumer,
    retailer,
    grid: table.grid,
    used,
    taken,
    reversed: paid(args.reversed.map((word) => unpack(toBigint(word)))),
    lines: paid(lines),
    // The event does not say which reads were taken: the energy does.
    reads: first && known && pairBehind(used, pairsOf(first, known), meter),
    blockNumber,
    settledAt,
  })
}
