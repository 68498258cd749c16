import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { billBasis, type BillBasis } from '@/lib/db/read/bill-basis'
import { saveAgreementAdvanced } from '@/lib/db/write/agreements'
import { billIdOf, saveBill, type SettledBill } from '@/lib/db/write/billing'
import { saveMovement } from '@/lib/db/write/escrow'
import { saveAlarm } from '@/lib/db/write/safety'
import { draft } from '@/lib/domain/billing/bill'
import { unpack, type BillLine } from '@/lib/domain/billing/lines'
import { registerValues } from '@/lib/domain/metering/register-values'
import { determinantsOf } from '@/lib/domain/offers/determinants'
import { costOf } from '@/lib/domain/offers/formulas/registry'
import { accountOf } from '@/lib/domain/settlement/payees'
import type { Hex } from '@/lib/domain/units/hex'
import { micro, wh } from '@/lib/domain/units/units'
import { argsOf, hexOf, placeOf, type Handler, type Happening } from './happening'

interface Args {
  agreementId: Hex
  start: ChainInteger
  end: ChainInteger
  contracted: ChainInteger
  used: readonly ChainInteger[]
  lines: readonly ChainInteger[]
}

/** The bill's total leaves the consumer's balance here; the payees' income arrives with the Credited events. */
export const billSettled: Handler = async (happening) => {
  const { tx } = happening
  const args = argsOf<Args>(happening)
  const period = { agreementId: hexOf(args.agreementId), start: toNumber(args.start), end: toNumber(args.end) }
  const basis = await billBasis(tx, period)
  if (!basis) throw new Error(`bill of ${period.agreementId}: its agreement, offer or tariff table has no row`)
  const bill = billFrom(happening, basis, period, args)
  if (!(await saveBill(tx, bill))) return
  const movement = { address: bill.consumer, kind: 'bill', free: -bill.total, billId: billIdOf(bill) } as const
  await saveMovement(tx, { ...placeOf(happening), ...movement })
  await saveAgreementAdvanced(tx, { id: period.agreementId, start: period.start, end: period.end })
  await checkPreview(happening, basis, bill)
}

type BilledPeriod = Pick<SettledBill, 'start' | 'end'> & { agreementId: Hex }

function billFrom(happening: Happening, basis: BillBasis, period: BilledPeriod, args: Args): SettledBill {
  const { consumer, retailer, offerId, meterId, offer, table } = basis
  const { txHash, blockNumber, at: settledAt } = placeOf(happening)
  const lines = args.lines.map((word) => unpack(toBigint(word)))
  return {
    ...period,
    consumer,
    retailer,
    grid: table.grid,
    offerId,
    meterId,
    contracted: wh(toBigint(args.contracted)),
    used: registerValues(args.used.map((value) => wh(toBigint(value)))),
    total: micro(lines.reduce((sum, { amount }) => sum + amount, 0n)),
    lines: lines.map((line) => ({ ...line, payeeAddress: accountOf(line.payee, offer, table) })),
    txHash,
    blockNumber,
    settledAt,
  }
}

/** The chain is right; but if our own rule had given another bill, somebody must know. */
async function checkPreview(happening: Happening, basis: BillBasis, bill: SettledBill): Promise<void> {
  const { offer, pricing, table, contracted, maxDemand } = basis
  if (!pricing) return
  const cost = costOf(pricing, determinantsOf({ registers: bill.used, maxDemand }, offer.deviation, table))
  const preview = draft(offer, table, contracted, bill.used, cost)
  if (contracted === bill.contracted && sameLines(preview.lines, bill.lines)) return
  await saveAlarm(happening.tx, {
    kind: 'BillDiffersFromPreview',
    subject: billIdOf(bill),
    facts: {
      settled: { contracted: bill.contracted, total: bill.total, lines: bill.lines },
      preview: { contracted, total: preview.total, lines: preview.lines },
      txHash: bill.txHash,
    },
    at: bill.settledAt,
  })
}

const FIELDS = ['kind', 'payee', 'quantity', 'price', 'amount'] as const satisfies (keyof BillLine)[]

function sameLines(previewed: readonly BillLine[], settled: readonly BillLine[]): boolean {
  const same = (line: BillLine, index: number) => FIELDS.every((field) => line[field] === settled[index]?.[field])
  return previewed.length === settled.length && previewed.every(same)
}
