import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { billBasis, billEndingAt } from '@/lib/db/read/bill-basis'
import { billIdOf, saveRevision } from '@/lib/db/write/billing'
import { unpack } from '@/lib/domain/billing/lines'
import { accountOf } from '@/lib/domain/settlement/payees'
import type { Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'
import { argsOf, hexOf, placeOf, type Handler } from './happening'

interface Args {
  agreementId: Hex
  closedAt: ChainInteger
  reversed: ChainInteger
  line: ChainInteger
}

/** A revision of the bill that closed the year, in its last line only. An empty word is no line. */
export const trueUpRevised: Handler = async (happening) => {
  const args = argsOf<Args>(happening)
  const agreementId = hexOf(args.agreementId)
  const bill = await billEndingAt(happening.tx, { agreementId, end: toNumber(args.closedAt) })
  const basis = bill && (await billBasis(happening.tx, { agreementId, ...bill }))
  if (!basis) throw new Error(`true-up of ${agreementId}: its last bill, offer or tariff table has no row`)
  const { consumer, retailer, offer, table } = basis
  const paid = (word: ChainInteger) => {
    if (toBigint(word) === 0n) return []
    const line = unpack(toBigint(word))
    return [{ ...line, payeeAddress: accountOf(line.payee, offer, table) }]
  }
  const { txHash, logIndex, blockNumber, at: settledAt } = placeOf(happening)
  await saveRevision(happening.tx, {
    txHash,
    logIndex,
    billId: billIdOf({ agreementId, start: bill.start }),
    consumer,
    retailer,
    grid: table.grid,
    used: [],
    taken: wh(0n),
    reversed: paid(args.reversed),
    lines: paid(args.line),
    reads: null,
    blockNumber,
    settledAt,
  })
}
