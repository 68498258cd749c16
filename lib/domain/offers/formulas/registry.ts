/** Every price formula there is. Which ones is found by scripts/generate.ts: see contracts/src/formulas/README.md. */
import { capped } from '../../billing/deviation'
import { sumWh } from '../../metering/register-values'
import { micro, WH_PER_KWH, type Micro, type MicroPerKwh, type Nano } from '../../units/units'
import type { Determinants } from '../determinants'
import type { Need, PriceFormula, PriceRow } from './formula'
import * as twins from './generated/twins'
import { readValue, type Parameters, type ParamsOf } from './parameter'

type Twin = (typeof twins)[keyof typeof twins]
type PricingBy<T> =
  T extends PriceFormula<infer Name, infer P extends Parameters> ? { formula: Name; params: ParamsOf<P> } : never

export type FormulaName = Twin['name']

/** An offer's formula with its decoded parameters. */
export type Pricing = PricingBy<Twin>

/** How an offer prices energy: its formula, and the cap on the average price (zero is none). */
export interface Priced {
  pricing: Pricing
  priceCap: MicroPerKwh
}

const bySimplicity = (Object.values(twins) as PriceFormula<FormulaName>[]).sort(
  (a, b) => Object.keys(a.parameters).length - Object.keys(b.parameters).length,
)
const byName = new Map<string, PriceFormula<FormulaName>>(bySimplicity.map((twin) => [twin.name, twin]))

/** Those with the fewest parameters first. */
export const FORMULA_NAMES: readonly FormulaName[] = bySimplicity.map(({ name }) => name)

export function isFormulaName(name: unknown): name is FormulaName {
  return byName.has(String(name))
}

export function parametersOf(formula: FormulaName): Parameters {
  return formulaOf(formula).parameters
}

/** What a cost under the formula depends on besides energy. */
export function needsOf(formula: FormulaName): readonly Need[] {
  return formulaOf(formula).needs
}

/** From values as they are stored or decoded; throws a RangeError where they are not parameters of the formula. */
export function pricingOf(formula: string, values: Readonly<Record<string, unknown>>): Pricing {
  if (!isFormulaName(formula)) throw new RangeError(`no formula ${formula}`)
  const entries = Object.entries(parametersOf(formula))
  return {
    formula,
    params: Object.fromEntries(entries.map(([name, of]) => [name, readValue(of, values[name])])),
  } as Pricing
}

/** Whether the contract would take these parameters. */
export function isAccepted({ formula, params }: Pricing): boolean {
  return formulaOf(formula).accepts(params)
}

/** Cost of all energy used in a period, rounded down to a Nano. */
export function costOf({ formula, params }: Pricing, usage: Determinants): Nano {
  return formulaOf(formula).cost(params, usage)
}

/** Where the cost comes from: Σ cost of the rows = cost. */
export function priceRows({ formula, params }: Pricing, usage: Determinants): PriceRow[] {
  return formulaOf(formula).rows(params, usage)
}

/** Charge for all energy used, rounded down: the consumer keeps the dust. Mirrors the worked examples' check in OfferBook. */
export function energyCharge({ pricing, priceCap }: Priced, usage: Determinants): Micro {
  return micro(capped(costOf(pricing, usage), priceCap, sumWh(usage.registers)) / WH_PER_KWH)
}

function formulaOf(formula: FormulaName): PriceFormula<FormulaName> {
  const twin = byName.get(formula)
  if (!twin) throw new RangeError(`no formula ${formula}`)
  return twin
}
