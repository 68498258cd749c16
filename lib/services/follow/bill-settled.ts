import { billFromEvent, type BillSettledArgs, type SettledFacts } from '@/lib/chain/coding/billing'
import type { Tx } from '@/lib/db/client'
import { billBasis, yearBefore, type BillBasis } from '@/lib/db/read/bill-basis'
import { surplusOfRun } from '@/lib/db/read/due'
import { saveAgreementAdvanced } from '@/lib/db/write/agreements'
import { billIdOf, saveBill, type SettledBill } from '@/lib/db/write/billing'
import { saveMovement } from '@/lib/db/write/escrow'
import { saveAlarm } from '@/lib/db/write/safety'
import { prorated } from '@/lib/domain/agreements/proration'
import { closesYear, contractedFor, MONTHS } from '@/lib/domain/agreements/terms'
import { close, draft, type Bill } from '@/lib/domain/billing/bill'
import type { BillLine } from '@/lib/domain/billing/lines'
import { moved, type BilledSurplus } from '@/lib/domain/billing/surplus'
import { sumWh } from '@/lib/domain/metering/register-values'
import { determinantsOf } from '@/lib/domain/offers/determinants'
import { costOf } from '@/lib/domain/offers/formulas/registry'
import { accountOf } from '@/lib/domain/settlement/payees'
import type { Hex } from '@/lib/domain/units/hex'
import { micro, wh, type Micro } from '@/lib/domain/units/units'
import { argsOf, hexOf, placeOf, type Handler, type Happening } from './happening'

/** The bill's total leaves the consumer's balance here; the payees' income arrives with the Credited events. */
export const billSettled: Handler = async (happening) => {
  const { tx } = happening
  const args = argsOf<BillSettledArgs>(happening)
  const agreementId = hexOf(args.agreementId)
  const facts = billFromEvent(args)
  const basis = await billBasis(tx, { agreementId, ...facts })
  if (!basis) throw new Error(`bill of ${agreementId}: its agreement, offer or tariff table has no row`)
  const surplus = await surplusOfRun(tx, {
    ...{ agreementId, start: basis.table.start },
    txHash: placeOf(happening).txHash,
  })
  const bill = billFrom(happening, basis, { agreementId, surplus, ...facts })
  if (!(await saveBill(tx, bill))) return
  const movement = { address: bill.consumer, kind: 'bill', free: -bill.total, billId: billIdOf(bill) } as const
  await saveMovement(tx, { ...placeOf(happening), ...movement })
  await saveAgreementAdvanced(tx, { id: agreementId, start: facts.start, end: facts.end })
  await checkPreview(happening, basis, bill, facts)
}

/** What the events of one bill say. */
type OwnFacts = SettledFacts & { agreementId: Hex; surplus: BilledSurplus }

function billFrom(happening: Happening, basis: BillBasis, facts: OwnFacts): SettledBill {
  const { consumer, retailer, offerId, meterId, offer, table, reads } = basis
  const { txHash, blockNumber, at: settledAt } = placeOf(happening)
  const { agreementId, start, end, contracted, used, surplus, lines } = facts
  return {
    agreementId,
    start,
    end,
    consumer,
    retailer,
    grid: table.grid,
    offerId,
    meterId,
    contracted,
    used,
    surplus,
    total: micro(lines.reduce((sum, { amount }) => sum + amount, 0n)),
    lines: lines.map((line) => ({ ...line, payeeAddress: accountOf(line.payee, offer, table) })),
    reads,
    txHash,
    blockNumber,
    settledAt,
  }
}

/** The chain is right; but if our own rule had given another bill, somebody must know. */
async function checkPreview(
  happening: Happening,
  basis: BillBasis,
  bill: SettledBill,
  facts: SettledFacts,
): Promise<void> {
  const { index, start, end } = facts
  const { offer, pricing, table, reads, meter } = basis
  if (!pricing) return
  const elapsed = end - start
  const whole = table.end - table.start
  const { taken } = bill.surplus
  const contracted = moved(prorated(contractedFor(basis, index), elapsed, whole), bill.surplus)
  const metered = { registers: bill.used, maxDemand: reads?.closing.maxDemand, capacity: meter.capacity }
  const cost = costOf(pricing, { ...determinantsOf(metered, offer.deviation, table), elapsed })
  const exitFee = bill.lines.some(({ kind }) => kind === 'ExitFee') ? basis.exitFee : micro(0n)
  const month = draft(offer, table, { contracted, registers: bill.used, cost, taken, exitFee })
  const charged = micro(month.total - exitFee)
  const preview = await withTrueUp(happening.tx, basis, { ...facts, agreementId: bill.agreementId, month, charged })
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

/** On annual basis the bill that closes a contract year ends with the year's true-up. */
async function withTrueUp(
  tx: Tx,
  basis: BillBasis,
  settled: SettledFacts & { agreementId: string; month: Bill; charged: Micro },
): Promise<Bill> {
  const { agreementId, start, index, month } = settled
  if (basis.offer.deviation.ruleBasis === 'Monthly' || !closesYear(basis, settled)) return month
  const before = await yearBefore(tx, { agreementId, start, months: index % MONTHS })
  const year = {
    contracted: wh(before.contracted + settled.contracted),
    used: wh(before.used + sumWh(settled.used)),
    charged: micro(before.charged + settled.charged),
  }
  return close(basis.offer, basis.table, year, month)
}

const FIELDS = ['kind', 'payee', 'quantity', 'price', 'amount'] as const satisfies (keyof BillLine)[]

function sameLines(previewed: readonly BillLine[], settled: readonly BillLine[]): boolean {
  const same = (line: BillLine, index: number) => FIELDS.every((field) => line[field] === settled[index]?.[field])
  return previewed.length === settled.length && previewed.every(same)
}
