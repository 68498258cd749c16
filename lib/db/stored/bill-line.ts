/** Lines of bills between the domain and their rows. */
import type { LineKind, Payee } from '@/lib/domain/billing/lines'
import type { Address } from '@/lib/domain/units/hex'
import { microPerKwh } from '@/lib/domain/units/units'
import type { Decimal } from '../client'
import type { PaidLine } from '../write/billing'
import { microOf, whOf, wholeOf } from './amounts'

export interface LineColumns {
  kind: string
  payee: string
  payeeAddress: string
  quantityWh: Decimal
  price: Decimal
  amount: Decimal
}

export function paidLineFrom(row: LineColumns): PaidLine {
  return {
    kind: row.kind as LineKind,
    payee: row.payee as Payee,
    payeeAddress: row.payeeAddress as Address,
    quantity: whOf(row.quantityWh),
    price: microPerKwh(wholeOf(row.price)),
    amount: microOf(row.amount),
  }
}
