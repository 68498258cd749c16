/**
 * How a month's payment and compensation are met with the money there is (SPEC section 8): what cannot be paid is owed.
 * Mirrors PaymentLib. Vectors: payment.json.
 */
import { micro, type Micro } from '../units/units'

/** The money there is. */
export interface Purse {
  /** Then payment and compensation are between the same two, and what both owe needs no money. */
  payerIsGrid: boolean
  payerFree: Micro
  generatorFree: Micro
  deposit: Micro
}

/** payment = setOff + received + paymentOwed; compensation = setOff + fromFree + fromDeposit + compensationOwed. */
export interface PaymentSplit {
  setOff: Micro
  received: Micro
  paymentOwed: Micro
  fromFree: Micro
  fromDeposit: Micro
  compensationOwed: Micro
}

/**
 * Compensation comes out of the payment first, then out of the generator's free balance, then out of its deposit. Nothing
 * is rounded: the parts add up to the two sums.
 */
export function splitPayment(sums: { payment: Micro; compensation: Micro }, purse: Purse): PaymentSplit {
  const { payment, compensation } = sums
  const funded = least(payment, purse.payerFree)
  const setOff = least(purse.payerIsGrid ? payment : funded, compensation)
  const received = purse.payerIsGrid ? least(less(payment, setOff), purse.payerFree) : less(funded, setOff)
  const paymentOwed = less(less(payment, setOff), received)
  const rest = less(compensation, setOff)
  const fromFree = least(rest, purse.generatorFree)
  const fromDeposit = least(less(rest, fromFree), purse.deposit)
  const compensationOwed = less(less(rest, fromFree), fromDeposit)
  return { setOff, received, paymentOwed, fromFree, fromDeposit, compensationOwed }
}

const least = (a: Micro, b: Micro): Micro => (a < b ? a : b)
const less = (a: Micro, b: Micro): Micro => micro(a - b)
