/** Why each line of a bill is what it is, as facts. The page puts them in words. */
import { sumWh, type RegisterValues } from '../metering/register-values'
import type { PriceRow } from '../offers/formulas/formula'
import { registerRows } from '../offers/formulas/register-rows'
import { priceRows, type FormulaName, type Pricing } from '../offers/formulas/registry'
import { singlePrice, type Component } from '../tariffs/table'
import { determinantsOf } from '../offers/determinants'
import type { TariffTable } from '../tariffs/table'
import type { MicroPerKwh, Watt, Wh } from '../units/units'
import { monthOf, type BilledOffer, type BilledTariff } from './bill'
import type { Split } from './deviation'
import type { BillLine } from './lines'

/** Energy in Wh, `excessRatio` in basis points, `serviceFee` in Micro. */
export type Fact = 'contracted' | 'used' | 'upper' | 'lower' | 'direct' | 'excessRatio' | 'serviceFee'

export interface LineExplanation extends BillLine {
  /** The one price of the line, or null if `rows` say how it is priced. */
  singlePrice: MicroPerKwh | null
  /** How all used energy is priced; the line charges `direct` of `used` of it. */
  rows: PriceRow[]
  formula: FormulaName | null
  facts: Partial<Record<Fact, bigint>>
}

export interface BilledMonth {
  offer: BilledOffer
  pricing: Pricing
  table: BilledTariff & Pick<TariffTable, 'index' | 'start' | 'end'>
  contracted: Wh
  registers: RegisterValues<Wh>
  maxDemand?: Watt
}

/** One explanation for each line, in the order of the lines. */
export function explain(month: BilledMonth, lines: readonly BillLine[]): LineExplanation[] {
  const energy = monthOf(month.contracted, sumWh(month.registers), month.offer.deviation)
  // Component lines come in the order of the table, all of them or none (see draft).
  const components = month.table.components.values()
  const fee = lines.find((line) => line.kind === 'ServiceFee')
  // Where the grid bills, the retailer's fee has been taken out of the energy line.
  const feeFact = fee ? { serviceFee: fee.amount } : {}
  return lines.map((line) => {
    const reason = reasonFor(line, month, energy, components)
    return { ...line, ...reason, facts: line.kind === 'Energy' ? { ...reason.facts, ...feeFact } : reason.facts }
  })
}

function reasonFor(
  line: BillLine,
  month: BilledMonth,
  energy: Split,
  components: Iterator<Component>,
): Omit<LineExplanation, keyof BillLine> {
  const { offer, contracted } = month
  const { upper, lower, direct } = energy
  const used = sumWh(month.registers)
  switch (line.kind) {
    case 'Energy':
      return { ...energyReason(month), facts: { contracted, used, upper, direct } }
    case 'ServiceFee':
      return { ...atOnePrice(line), facts: { direct } }
    case 'ExitFee':
    case 'AnnualExcess':
    case 'AnnualShortfall':
      return { ...atOnePrice(line), facts: {} }
    case 'Excess': {
      const facts = { contracted, used, upper, excessRatio: offer.deviation.excess }
      return { ...atOnePrice(line), facts }
    }
    case 'ShortfallPenalty':
      return { ...atOnePrice(line), facts: { contracted, used, lower } }
    default:
      return { ...componentReason(month, components.next().value), facts: { used, direct } }
  }
}

function atOnePrice({ price }: BillLine) {
  return { singlePrice: price, rows: [], formula: null }
}

function energyReason({ offer, pricing, table, registers, maxDemand }: BilledMonth) {
  const rows = priceRows(pricing, determinantsOf({ registers, maxDemand }, offer.deviation, table))
  const [only] = rows
  const single = only?.register === 'all' ? only.price : null
  return { singlePrice: single, rows: single === null ? rows : [], formula: pricing.formula }
}

function componentReason({ registers }: BilledMonth, component: Component | undefined) {
  if (component === undefined) throw new RangeError('more component lines than the tariff table has')
  const single = singlePrice(component)
  return { singlePrice: single, rows: single === null ? registerRows(registers, component.prices) : [], formula: null }
}
