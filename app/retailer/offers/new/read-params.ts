/** From what was typed for a formula to its parameters. Each unit has one way to be typed; no formula has a reader of its own. */
import { REGISTERS } from '@/lib/domain/metering/registers'
import type { Parameter, Unit } from '@/lib/domain/offers/formulas/parameter'
import { parametersOf, pricingOf, type FormulaName, type Pricing } from '@/lib/domain/offers/formulas/registry'
import {
  parseDemandPrice,
  parseFactor,
  parseKwh,
  parsePercent,
  parsePrice,
  parseSignedPrice,
} from '@/lib/format/parse-amount'
import { CURRENCY_SYMBOL } from '@/lib/format/money'
import { paramKey, type OfferText, type ParamKey } from './offer-text'
import type { FieldFault, Take } from './read-offer-text'
import { cellKey, tierRows, type TierKeys } from './tier-rows'

export const UNIT_LABEL: Record<Unit, string> = {
  Wh: 'kWh',
  MicroPerKwh: `${CURRENCY_SYMBOL} / kWh`,
  SignedMicroPerKwh: `${CURRENCY_SYMBOL} / kWh`,
  MicroPerKw: `${CURRENCY_SYMBOL} / kW`,
  Bps: '%',
  Factor: '%',
}

const TYPED: Record<Unit, { parse: (text: string) => bigint | null; fault: FieldFault }> = {
  Wh: { parse: parseKwh, fault: 'month' },
  MicroPerKwh: { parse: parsePrice, fault: 'price' },
  SignedMicroPerKwh: { parse: parseSignedPrice, fault: 'signedPrice' },
  MicroPerKw: { parse: parseDemandPrice, fault: 'perKw' },
  Bps: { parse: parsePercent, fault: 'percent' },
  Factor: { parse: parseFactor, fault: 'percent' },
}

/** Null until every parameter can be read; what cannot is noted at its field. */
export function readPricing({ formula, params }: Pick<OfferText, 'formula' | 'params'>, take: Take): Pricing | null {
  const entries = Object.entries(parametersOf(formula)).map(([name, parameter]) => {
    return [name, readParam({ formula, name, parameter }, params, take)] as const
  })
  return entries.some(([, value]) => value === null) ? null : pricingOf(formula, Object.fromEntries(entries))
}

interface Place {
  formula: FormulaName
  name: string
  parameter: Parameter
}

function readParam({ formula, name, parameter }: Place, typed: OfferText['params'], take: Take): unknown {
  const key = paramKey(formula, name)
  if ('choices' in parameter) return parameter.choices.find((one) => one === typed[key]) ?? parameter.choices[0]
  const { parse, fault } = TYPED[parameter.unit]
  const at = (field: ParamKey) => take(field, fault, parse(typed[field] ?? ''))
  switch (parameter.each) {
    case 'register':
      return whole(REGISTERS.map((register) => at(paramKey(formula, name, register))))
    case 'item':
      return readList(tierRows(typed, tierKeysOf(formula)).length, { key, typed, unit: parameter.unit }, take)
    default:
      return parameter.optional && (typed[key] ?? '').trim() === '' ? 0n : at(key)
  }
}

/** The two lists of a formula in tiers: the energy at which the next tier begins, and the prices. */
export function tierKeysOf(formula: FormulaName): TierKeys {
  const lists = Object.entries(parametersOf(formula)).filter(([, one]) => 'each' in one && one.each === 'item')
  const named = (unit: Unit) => lists.find(([, one]) => 'unit' in one && one.unit === unit)?.[0]
  const [limits, prices] = [named('Wh'), named('MicroPerKwh')]
  if (!limits || !prices) throw new Error(`${formula} is not priced in tiers`)
  return { limits: paramKey(formula, limits), prices: paramKey(formula, prices) }
}

interface TypedList {
  key: ParamKey
  typed: OfferText['params']
  unit: Unit
}

/** Limits are one fewer than rows, and each is above the one before. */
function readList(rows: number, { key, typed, unit }: TypedList, take: Take): readonly (bigint | null)[] | null {
  const { parse, fault } = TYPED[unit]
  const isLimit = unit === 'Wh'
  const values: (bigint | null)[] = []
  for (let index = 0; index < (isLimit ? rows - 1 : rows); index++) {
    const field = cellKey(key, index)
    const value = take(field, fault, parse(typed[field] ?? ''))
    const before = values.at(-1) ?? 0n
    values.push(isLimit && value !== null && value <= before ? take(field, 'rising', null) : value)
  }
  return whole(values)
}

function whole<Value>(values: readonly (Value | null)[]): readonly (Value | null)[] | null {
  return values.includes(null) ? null : values
}
