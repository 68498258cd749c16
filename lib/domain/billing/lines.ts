/** Bill lines, and the one word each takes on chain. Mirrors LineLib. Vectors: bill-line.json. */
import { codeOf, nameOf } from '../units/codes'
import { micro, microPerKwh, wh, type Micro, type MicroPerKwh, type Wh } from '../units/units'

export const LINE_KINDS = [
  'Energy',
  'ServiceFee',
  'Network',
  'LineLoss',
  'SystemOperation',
  'GovernmentFund',
  'CrossSubsidy',
  'Excess',
  'ShortfallPenalty',
  'ExitFee',
  'AnnualExcess',
  'AnnualShortfall',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** Who a line is paid to. ExcessPayee and ShortfallPayee are accounts named by the offer's clause. */
export const PAYEES = ['Grid', 'Seller', 'Government', 'SubsidyPool', 'ExcessPayee', 'ShortfallPayee'] as const
export type Payee = (typeof PAYEES)[number]

export interface BillLine {
  kind: LineKind
  payee: Payee
  quantity: Wh
  /** Zero when the line has no single price (it floats over registers). */
  price: MicroPerKwh
  amount: Micro
}

/** kind 8 | payee 8 | quantity Wh 64 | price Micro/kWh 64 | amount Micro 112. */
const KIND_AT = 248n
const PAYEE_AT = 240n
const QUANTITY_AT = 176n
const PRICE_AT = 112n
const AMOUNT_BITS = 112n

/** An amount that fits no line is a broken tariff, not a refusal: it is thrown, under the contract's name. */
export class LineOverflow extends RangeError {
  override readonly name = 'LineOverflow'
  constructor({ kind, amount }: Pick<BillLine, 'kind' | 'amount'>) {
    super(`LineOverflow: ${amount} Micro on a ${kind} line`)
  }
}

export function pack(line: BillLine): bigint {
  requireFits(line)
  return (
    (BigInt(codeOf(LINE_KINDS, line.kind)) << KIND_AT) |
    (BigInt(codeOf(PAYEES, line.payee)) << PAYEE_AT) |
    (line.quantity << QUANTITY_AT) |
    (line.price << PRICE_AT) |
    line.amount
  )
}

/** Exact inverse of pack. */
export function unpack(word: bigint): BillLine {
  return {
    kind: nameOf(LINE_KINDS, word >> KIND_AT),
    payee: nameOf(PAYEES, BigInt.asUintN(8, word >> PAYEE_AT)),
    quantity: wh(BigInt.asUintN(64, word >> QUANTITY_AT)),
    price: microPerKwh(BigInt.asUintN(64, word >> PRICE_AT)),
    amount: micro(BigInt.asUintN(Number(AMOUNT_BITS), word)),
  }
}

export function requireFits(line: Pick<BillLine, 'kind' | 'amount'>): void {
  if (line.amount >> AMOUNT_BITS !== 0n) throw new LineOverflow(line)
}
