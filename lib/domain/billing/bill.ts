/** A bill from an offer, a tariff table and a month's energy (SPEC section 7). Mirrors BillLib. Vectors: bill.json. */
import { registerCost, sumWh, type RegisterValues } from '../metering/register-values'
import type { DeviationClause, Offer } from '../offers/offer'
import { referencePrice, singlePrice, type Component, type TariffTable } from '../tariffs/table'
import { ZERO_ADDRESS, sameHex } from '../units/hex'
import { micro, microPerKwh, nano, wh, type Micro, type Nano, type Wh } from '../units/units'
import { trueUp, type Year } from './annual'
import { capped, chargeAt, directCharge, excessCharge, split, type Split } from './deviation'
import { PAYEES, requireFits, type BillLine, type Payee } from './lines'

export type BilledOffer = Pick<Offer, 'model' | 'serviceFee' | 'priceCap' | 'deviation'>
export type BilledTariff = Pick<TariffTable, 'agencyPrice' | 'cataloguePrice' | 'components'>

export interface Bill {
  lines: BillLine[]
  total: Micro
  paid: Record<Payee, Micro>
}

/** What a bill is made of, besides the offer and the tariff table. */
export interface BilledUse {
  contracted: Wh
  registers: RegisterValues<Wh>
  /** Energy cost of all used energy under the offer's formula, before its price cap. */
  cost: Nano
  /** Credits for energy that is paid for already, at most the direct energy: they lower the energy line and no other. */
  taken?: Wh
  /** None if it is not due. */
  exitFee?: Micro
}

const NO_SINGLE_PRICE = microPerKwh(0n)

/**
 * All lines of a bill. The total is the sum of the lines, and of what the payees get.
 */
export function draft(
  offer: BilledOffer,
  table: BilledTariff,
  { contracted, registers, cost, taken = wh(0n), exitFee = micro(0n) }: BilledUse,
): Bill {
  const used = sumWh(registers)
  const energy = monthOf(contracted, used, offer.deviation)
  const charged = wh(energy.direct - taken)
  const drafted = [
    ...energyLines(offer, charged, directCharge(capped(cost, offer.priceCap, used), charged, used)),
    ...table.components.map((component) => componentLine(component, registers, energy.direct)),
    excessLine(offer, table, energy),
    shortfallLine(offer, energy),
    exitFeeLine(exitFee),
  ]
  // A line without energy is not a line, unless it costs something: demand is charged when nothing was used, too.
  return totalled(drafted.filter((line) => line.quantity !== 0n || line.amount !== 0n))
}

/**
 * The bill that closes a contract year on annual basis: the month's bill with the true-up as its last line.
 * @param year Totals of the year, with this month.
 */
export function close(offer: BilledOffer, table: BilledTariff, year: Year, month: Bill): Bill {
  const price = referencePrice(table, offer.deviation.referenceBasis)
  const { excess, shortfall, amount } = trueUp(year, offer.deviation, price)
  const closing: BillLine =
    excess === 0n
      ? {
          kind: 'AnnualShortfall',
          payee: shortfallPayee(offer),
          quantity: shortfall,
          price: offer.deviation.shortfall,
          amount,
        }
      : { kind: 'AnnualExcess', payee: excessPayee(offer), quantity: excess, price, amount }
  return closing.quantity === 0n ? month : totalled([...month.lines, closing])
}

/** A month's energy and its band. On annual basis a month has none: all its energy is direct. */
export function monthOf(
  contracted: Wh,
  used: Wh,
  clause: Pick<DeviationClause, 'lower' | 'upper' | 'ruleBasis'>,
): Split {
  if (clause.ruleBasis === 'Monthly') return split(contracted, used, clause)
  return { upper: wh(0n), lower: wh(0n), direct: used, excess: wh(0n), shortfall: wh(0n) }
}

function energyLines(offer: BilledOffer, charged: Wh, charge: Micro): BillLine[] {
  const line = { kind: 'Energy', quantity: charged, price: NO_SINGLE_PRICE } as const
  if (offer.model !== 'GridLed') {
    return [{ ...line, payee: offer.model === 'Integrated' ? 'Grid' : 'Seller', amount: charge }]
  }
  const fee = serviceFee(offer, charged, charge)
  const gridLine: BillLine = { ...line, payee: 'Grid', amount: micro(charge - fee) }
  if (offer.serviceFee === 0n) return [gridLine]
  return [gridLine, { kind: 'ServiceFee', payee: 'Seller', quantity: charged, price: offer.serviceFee, amount: fee }]
}

/** The retailer's share of the energy line, never more than the line. */
function serviceFee(offer: BilledOffer, charged: Wh, charge: Micro): Micro {
  const fee = chargeAt(charged, offer.serviceFee)
  return charge < fee ? charge : fee
}

function componentLine(component: Component, registers: RegisterValues<Wh>, direct: Wh): BillLine {
  const cost = nano(registerCost(registers, component.prices))
  return {
    kind: component.kind,
    payee: componentPayee(component),
    quantity: direct,
    price: singlePrice(component) ?? NO_SINGLE_PRICE,
    amount: directCharge(cost, direct, sumWh(registers)),
  }
}

function componentPayee({ kind }: Component): Payee {
  if (kind === 'GovernmentFund') return 'Government'
  return kind === 'CrossSubsidy' ? 'SubsidyPool' : 'Grid'
}

function excessLine(offer: BilledOffer, table: BilledTariff, { excess }: Split): BillLine {
  const price = referencePrice(table, offer.deviation.referenceBasis)
  const amount = excessCharge(excess, price, offer.deviation.excess)
  return { kind: 'Excess', payee: excessPayee(offer), quantity: excess, price, amount }
}

function shortfallLine(offer: BilledOffer, { shortfall }: Split): BillLine {
  const price = offer.deviation.shortfall
  const amount = chargeAt(shortfall, price)
  return { kind: 'ShortfallPenalty', payee: shortfallPayee(offer), quantity: shortfall, price, amount }
}

function excessPayee({ model, deviation }: BilledOffer): Payee {
  if (!sameHex(deviation.excessPayee, ZERO_ADDRESS)) return 'ExcessPayee'
  return model === 'RetailerLed' ? 'Seller' : 'Grid'
}

function shortfallPayee({ model, deviation }: BilledOffer): Payee {
  if (!sameHex(deviation.shortfallPayee, ZERO_ADDRESS)) return 'ShortfallPayee'
  return model === 'Integrated' ? 'Grid' : 'Seller'
}

function exitFeeLine(amount: Micro): BillLine {
  return { kind: 'ExitFee', payee: 'Seller', quantity: wh(0n), price: NO_SINGLE_PRICE, amount }
}

function totalled(lines: BillLine[]): Bill {
  lines.forEach(requireFits)
  const sum = (of: readonly BillLine[]) => micro(of.reduce<bigint>((total, { amount }) => total + amount, 0n))
  const paid = PAYEES.map((payee) => [payee, sum(lines.filter((line) => line.payee === payee))])
  return { lines, total: sum(lines), paid: Object.fromEntries(paid) as Record<Payee, Micro> }
}
