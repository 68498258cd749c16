/** Annual rule basis (SPEC section 7): the band holds once, for the year's totals. */
import { registerValues } from '../metering/register-values'
import { BPS_ONE, nano, signedMicro, wh, WH_PER_KWH, type SignedMicro, type Wh } from '../units/units'
import { draft, type BilledOffer, type BilledTariff } from './bill'
import type { BillLine } from './lines'

export interface ContractYear {
  contracted: Wh
  used: Wh
  /** What the months were charged for energy, service fee and regulated components. */
  charged: bigint
}

/** Below zero when the year's excess was dearer at the agreed price than at the excess price. */
export type TrueUpLine = Omit<BillLine, 'amount'> & { amount: SignedMicro }

/**
 * The one line that closes a contract year: the excess part repriced from what the months charged for it, on average, to
 * reference price × multiplier, or the penalty on the year's shortfall. Rounds once, towards zero: the payer keeps the
 * dust. Null inside the band.
 */
export function trueUp(offer: BilledOffer, table: BilledTariff, year: ContractYear): TrueUpLine | null {
  const used = registerValues([0n, 0n, year.used, 0n, 0n].map(wh))
  const { lines } = draft(
    offer,
    { ...table, components: [] },
    { contracted: year.contracted, registers: used, cost: nano(0n) },
  )
  const line = lines.find(({ kind }) => kind === 'Excess' || kind === 'ShortfallPenalty')
  if (!line) return null
  return { ...line, amount: line.kind === 'Excess' ? repriced(line, offer, year) : signedMicro(line.amount) }
}

function repriced(
  { quantity, price }: BillLine,
  { deviation }: BilledOffer,
  { used, charged }: ContractYear,
): SignedMicro {
  const whole = WH_PER_KWH * BPS_ONE
  return signedMicro((quantity * price * deviation.excess * used - charged * quantity * whole) / (used * whole))
}
