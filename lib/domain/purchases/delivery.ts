/** One month of deliveries and its money, from the delivery read to who gets what. Mirrors PurchaseBook._payDelivery. */
import { chargeAt } from '../billing/deviation'
import { micro, microPerKwh, wh, type Micro, type MicroPerKwh, type Wh } from '../units/units'
import { compensation } from './compensation'
import { splitPayment, type PaymentSplit, type Purse } from './payment'
import { agreedFor, type PurchaseTerms } from './terms'

export interface Delivery extends PaymentSplit {
  agreed: Wh
  delivered: Wh
  /** What is missing below the duty. */
  short: Wh
  referencePrice: MicroPerKwh
  payment: Micro
  compensation: Micro
}

export interface DeliveredMonth {
  /** Counted from zero at the start of the purchase. */
  index: number
  delivered: Wh
  /** The agency price of the published tariff table. */
  referencePrice: MicroPerKwh
}

export function deliveryOf(
  terms: Pick<PurchaseTerms, 'agreed' | 'price' | 'lower'>,
  { index, delivered, referencePrice }: DeliveredMonth,
  purse: Purse,
): Delivery {
  const agreed = agreedFor(terms, index)
  const payment = chargeAt(delivered, terms.price)
  const missing = compensation({ agreed, delivered, lower: terms.lower, referencePrice, directPrice: terms.price })
  const sums = { payment, compensation: missing.amount }
  return { agreed, delivered, short: missing.short, referencePrice, ...sums, ...splitPayment(sums, purse) }
}

/** A delivery whose units went missing on its way through an event or a column. */
export function deliveryFrom(values: Record<keyof Delivery, bigint | number | string>): Delivery {
  const money = (value: bigint | number | string) => micro(BigInt(value))
  return {
    agreed: wh(BigInt(values.agreed)),
    delivered: wh(BigInt(values.delivered)),
    short: wh(BigInt(values.short)),
    referencePrice: microPerKwh(BigInt(values.referencePrice)),
    payment: money(values.payment),
    compensation: money(values.compensation),
    setOff: money(values.setOff),
    received: money(values.received),
    paymentOwed: money(values.paymentOwed),
    fromFree: money(values.fromFree),
    fromDeposit: money(values.fromDeposit),
    compensationOwed: money(values.compensationOwed),
  }
}
