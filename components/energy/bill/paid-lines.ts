import { explain, type BilledMonth, type LineExplanation } from '@/lib/domain/billing/explain'
import type { BillLine } from '@/lib/domain/billing/lines'
import type { Read } from '@/lib/domain/metering/read'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import type { Wh } from '@/lib/domain/units/units'

export interface PaidLine extends LineExplanation {
  /** The account the line was paid to, by name if it has a public one. */
  payeeName: string | null
}

/** A settled bill with what it was made from. */
export interface ExplainableBill {
  lines: readonly (BillLine & { payeeName: string | null })[]
  offer: Pick<BilledMonth, 'offer' | 'pricing'>
  table: BilledMonth['table']
  contractedWh: Wh
  usedWh: RegisterValues<Wh>
  /** Null to those who may not see it; it holds the highest demand of the period. */
  closing: Pick<Read, 'maxDemand'> | null
}

/** The lines of a bill, in its order, each with why it is what it is and who got it. */
export function paidLines({ lines, offer, table, contractedWh, usedWh, closing }: ExplainableBill): PaidLine[] {
  const { pricing } = offer
  const metered = { registers: usedWh, maxDemand: closing?.maxDemand }
  const month = { offer: offer.offer, pricing, table, contracted: contractedWh, ...metered }
  return explain(month, lines).map((line, index) => ({ ...line, payeeName: lines[index]?.payeeName ?? null }))
}
