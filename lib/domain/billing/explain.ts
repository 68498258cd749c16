/** Why each line of a bill is what it is, as facts. The page puts them in words. */
import { sumWh } from '../metering/register-values'
import type { PriceRow } from '../offers/formulas/formula'
import { registerRows } from '../offers/formulas/register-rows'
import { costOf, priceRows, type FormulaName, type Pricing } from '../offers/formulas/registry'
import { singlePrice, type Component } from '../tariffs/table'
import { determinantsOf, type Metered } from '../offers/determinants'
import type { TariffTable } from '../tariffs/table'
import type { MicroPerKwh, Nano, Wh } from '../units/units'
import { monthOf, type BilledOffer, type BilledTariff } from './bill'
import { capped, type Split } from './deviation'
import type { BillLine } from './lines'

/** Energy in Wh, `excessRatio` in basis points, `serviceFee` in Micro. */
export type Fact = 'contracted' | 'used' | 'upper' | 'lower' | 'direct' | 'excessRatio' | 'serviceFee'

export interface LineExplanation extends BillLine {
  /** The one price of the line, or null if `rows` say how it is priced. */
  singlePrice: MicroPerKwh | null
  /** How all used energy is priced, under the price cap; the line charges `direct` of `used` of it. */
  rows: PriceRow[]
  formula: FormulaName | null
  facts: Partial<Record<Fact, bigint>>
}

export interface BilledMonth extends Metered {
  offer: BilledOffer
  pricing: Pricing
  table: BilledTariff & Pick<TariffTable, 'index' | 'start' | 'end'>
  contracted: Wh
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
    case 'AnnualExcess':
      return { ...atOnePrice(line), facts: { excessRatio: offer.deviation.excess } }
    case 'ExitFee':
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

function energyReason({ offer, pricing, table, ...metered }: BilledMonth) {
  const usage = determinantsOf(metered, offer.deviation, table)
  const rows = [
    ...priceRows(pricing, usage),
    ...capRows(costOf(pricing, usage), offer.priceCap, sumWh(usage.registers)),
  ]
  const [only] = rows
  const single = rows.length === 1 && only?.what === 'all' ? ((only.price ?? null) as MicroPerKwh | null) : null
  return { singlePrice: single, rows: single === null ? rows : [], formula: pricing.formula }
}

/** What the cap on the average price takes off, if anything. */
function capRows(cost: Nano, cap: MicroPerKwh, used: Wh): PriceRow[] {
  const bounded = capped(cost, cap, used)
  return bounded === cost ? [] : [{ what: 'priceCap', price: cap, cost: bounded - cost }]
}

function componentReason({ registers }: BilledMonth, component: Component | undefined) {
  if (component === undefined) throw new RangeError('more component lines than the tariff table has')
  const single = singlePrice(component)
  return { singlePrice: single, rows: single === null ? registerRows(registers, component.prices) : [], formula: null }
}
