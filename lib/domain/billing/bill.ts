/** A bill from an offer, a tariff table and a month's energy (SPEC section 7). Mirrors BillLib. Vectors: bill.json. */
import { registerCost, sumWh, type RegisterValues } from '../metering/register-values'
import type { Offer } from '../offers/offer'
import { referencePrice, singlePrice, type Component, type TariffTable } from '../tariffs/table'
import { ZERO_ADDRESS, sameHex } from '../units/hex'
import { micro, microPerKwh, nano, wh, type Micro, type Nano, type Wh } from '../units/units'
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
  { contracted, registers, cost, exitFee = micro(0n) }: BilledUse,
): Bill {
  const used = sumWh(registers)
  const energy = split(contracted, used, offer.deviation)
  const drafted = [
    ...energyLines(offer, energy.direct, directCharge(capped(cost, offer.priceCap, used), energy.direct, used)),
    ...table.components.map((component) => componentLine(component, registers, energy.direct)),
    excessLine(offer, table, energy),
    shortfallLine(offer, energy),
    exitFeeLine(exitFee),
  ]
  // A line without energy is not a line, unless it costs something: demand is charged when nothing was used, too.
  return totalled(drafted.filter((line) => line.quantity !== 0n || line.amount !== 0n))
}

function energyLines(offer: BilledOffer, direct: Wh, charge: Micro): BillLine[] {
  const line = { kind: 'Energy', quantity: direct, price: NO_SINGLE_PRICE } as const
  if (offer.model !== 'GridLed') {
    return [{ ...line, payee: offer.model === 'Integrated' ? 'Grid' : 'Seller', amount: charge }]
  }
  const fee = serviceFee(offer, direct, charge)
  const gridLine: BillLine = { ...line, payee: 'Grid', amount: micro(charge - fee) }
  if (offer.serviceFee === 0n) return [gridLine]
  return [gridLine, { kind: 'ServiceFee', payee: 'Seller', quantity: direct, price: offer.serviceFee, amount: fee }]
}

/** The retailer's share of the energy line, never more than the line. */
function serviceFee(offer: BilledOffer, direct: Wh, charge: Micro): Micro {
  const fee = chargeAt(direct, offer.serviceFee)
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

function excessLine({ model, deviation }: BilledOffer, table: BilledTariff, { excess }: Split): BillLine {
  const byModel = model === 'RetailerLed' ? 'Seller' : 'Grid'
  const payee = sameHex(deviation.excessPayee, ZERO_ADDRESS) ? byModel : 'ExcessPayee'
  const price = referencePrice(table, deviation.referenceBasis)
  const amount = excessCharge(excess, price, deviation.excess)
  return { kind: 'Excess', payee, quantity: excess, price, amount }
}

function shortfallLine({ model, deviation }: BilledOffer, { shortfall }: Split): BillLine {
  const byModel = model === 'Integrated' ? 'Grid' : 'Seller'
  const payee = sameHex(deviation.shortfallPayee, ZERO_ADDRESS) ? byModel : 'ShortfallPayee'
  const amount = chargeAt(shortfall, deviation.shortfall)
  return { kind: 'ShortfallPenalty', payee, quantity: shortfall, price: deviation.shortfall, amount }
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
