import type { AgreementRow } from '@/lib/db/read/agreements'
import type { BillRow } from '@/lib/db/read/billing'
import type { DeliveryRow, PurchaseRow } from '@/lib/db/read/purchases'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import { contractedFor } from '@/lib/domain/agreements/terms'
import { chargeAt } from '@/lib/domain/billing/deviation'
import { sumWh } from '@/lib/domain/metering/register-values'
import { positionOf, type Position, type PositionMonth } from '@/lib/domain/purchases/position'
import { agreedFor } from '@/lib/domain/purchases/terms'
import { micro, wh, type MicroPerKwh } from '@/lib/domain/units/units'

export interface MonthPosition extends PositionMonth, Position {
  start: number
  end: number
  /** Every figure is settled: nothing is planned any more. */
  settled: boolean
}

export interface PositionFacts {
  periods: readonly PeriodRow[]
  agreements: readonly Pick<AgreementRow, 'id' | 'start' | 'contractedWh' | 'termPeriods' | 'endedAt'>[]
  bills: readonly Pick<BillRow, 'agreementId' | 'start' | 'usedWh'>[]
  purchases: readonly Pick<PurchaseRow, 'id' | 'terms'>[]
  deliveries: readonly Pick<DeliveryRow, 'purchaseId' | 'start' | 'delivered' | 'payment' | 'referencePrice'>[]
  /** For months without a delivery. */
  referencePrice: MicroPerKwh
}

/** Months in which anything was sold or bought, in order: as settled where it is, else as contracted and agreed. */
export function positionMonths(facts: PositionFacts): MonthPosition[] {
  return facts.periods.flatMap((period, index) => {
    const sales = soldIn(facts, period, index)
    const buys = boughtIn(facts, period, index)
    if (sales.length === 0 && buys.length === 0) return []
    const referencePrice = buys.find((buy) => buy.referencePrice)?.referencePrice ?? facts.referencePrice
    const month = {
      sold: wh(sales.reduce<bigint>((sum, { energy }) => sum + energy, 0n)),
      bought: wh(buys.reduce<bigint>((sum, { energy }) => sum + energy, 0n)),
      paid: micro(buys.reduce<bigint>((sum, { paid }) => sum + paid, 0n)),
      referencePrice,
    }
    const settled = [...sales, ...buys].every((part) => part.settled)
    return [{ start: period.start, end: period.end, settled, ...month, ...positionOf(month) }]
  })
}

/** How many periods after its start a term is in a period; null outside the term. */
function indexIn(facts: PositionFacts, index: number, term: { start: number; periods: number }): number | null {
  const since = index - facts.periods.findIndex(({ start }) => start === term.start)
  return since >= 0 && since < term.periods ? since : null
}

function soldIn(facts: PositionFacts, { start }: PeriodRow, index: number) {
  return facts.agreements.flatMap((agreement) => {
    const { id, contractedWh: contracted, termPeriods: periods, endedAt } = agreement
    const since = indexIn(facts, index, { start: agreement.start, periods })
    if (since === null || (endedAt !== null && endedAt <= start)) return []
    const bill = facts.bills.find((one) => one.agreementId === id && one.start === start)
    const energy = bill ? sumWh(bill.usedWh) : contractedFor({ contracted }, since)
    return [{ energy, settled: bill !== undefined }]
  })
}

function boughtIn(facts: PositionFacts, { start }: PeriodRow, index: number) {
  return facts.purchases.flatMap(({ id, terms }) => {
    const since = indexIn(facts, index, terms)
    if (since === null) return []
    const delivery = facts.deliveries.find((one) => one.purchaseId === id && one.start === start)
    const agreed = agreedFor(terms, since)
    return [
      delivery
        ? { energy: delivery.delivered, paid: delivery.payment, ...delivery, settled: true }
        : { energy: agreed, paid: chargeAt(agreed, terms.price), referencePrice: null, settled: false },
    ]
  })
}
