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
  const text = typed[key] ?? ''
  switch (parameter.each) {
    case 'register':
      return whole(REGISTERS.map((register) => at(paramKey(formula, name, register))))
    case 'item':
      return take(
        key,
        'list',
        whole(
          text
            .split(/[\s;]+/)
            .filter(Boolean)
            .map(parse),
        ),
      )
    default:
      return parameter.optional && text.trim() === '' ? 0n : at(key)
  }
}

function whole<Value>(values: readonly (Value | null)[]): readonly (Value | null)[] | null {
  return values.includes(null) ? null : values
}
