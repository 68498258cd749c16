/** A line of kind `formula`: one of the market's price formulas with its parameters, whichever formulas there are. */
import { REGISTERS } from '@/lib/domain/metering/registers'
import type { Parameter, Unit } from '@/lib/domain/offers/formulas/parameter'
import {
  FORMULA_NAMES,
  isAccepted,
  isFormulaName,
  parametersOf,
  pricingOf,
} from '@/lib/domain/offers/formulas/registry'
import type { FormulaLine } from '@/lib/domain/offers/plan'
import { exactDecimal } from './decimal'
import { invalid } from './json-file'
import { BPS_SCALE, KILO_SCALE, MONEY_SCALE, type LineFile } from './plan-schema'

type FormulaLineFile = Extract<LineFile, { kind: 'formula' }>
type Given = FormulaLineFile['params'][string]

/** Decimals of a parameter in a file: kWh, money per kWh or kW, plain ratios. */
const SCALES: Record<Unit, number> = {
  Wh: KILO_SCALE,
  MicroPerKwh: MONEY_SCALE,
  SignedMicroPerKwh: MONEY_SCALE,
  MicroPerKw: MONEY_SCALE,
  Bps: BPS_SCALE,
  Factor: BPS_SCALE,
}

export function formulaLine(line: FormulaLineFile, file: string): FormulaLine {
  const { kind, name, formula, params } = line
  const place = `line "${name}"`
  if (!isFormulaName(formula)) throw invalid(file, `${place}: ${formula} is none of ${FORMULA_NAMES.join(', ')}`)
  const parameters = parametersOf(formula)
  const unknown = Object.keys(params).find((key) => !(key in parameters))
  if (unknown !== undefined) throw invalid(file, `${place}: ${formula} has no parameter "${unknown}"`)
  const values = Object.entries(parameters).map(([key, parameter]) => {
    const value = valueOf(parameter, params[key])
    if (value === null) throw invalid(file, `${place}: ${key} is ${expected(parameter)}`)
    return [key, value] as const
  })
  try {
    const pricing = pricingOf(formula, Object.fromEntries(values))
    if (isAccepted(pricing)) return { kind, name, pricing }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw invalid(file, `${place}: ${formula} cannot price with these parameters`)
}

/** Null if it is not what the parameter is. */
function valueOf(parameter: Parameter, given: Given | undefined): unknown {
  if ('choices' in parameter) return typeof given === 'string' && parameter.choices.includes(given) ? given : null
  const scale = SCALES[parameter.unit]
  if (parameter.each === 'item') return Array.isArray(given) ? all(given, scale) : null
  if (Array.isArray(given)) return null
  if (parameter.each === 'register') {
    const texts = REGISTERS.map((register) => (typeof given === 'string' ? given : given?.[register]))
    return all(texts, scale)
  }
  if (given === undefined && parameter.optional) return '0'
  return typeof given === 'string' ? (all([given], scale)?.[0] ?? null) : null
}

function all(texts: readonly (string | undefined)[], scale: number): bigint[] | null {
  const values = texts.map((text) => exactDecimal(text ?? '', scale))
  return values.every((value) => typeof value === 'bigint') ? (values as bigint[]) : null
}

function expected(parameter: Parameter): string {
  if ('choices' in parameter) return `one of ${parameter.choices.join(', ')}`
  const decimal = `a decimal in quotes with at most ${SCALES[parameter.unit]} decimals`
  if (parameter.each === 'item') return `a list, each ${decimal}`
  return parameter.each === 'register' ? `${decimal}, or one for each of ${REGISTERS.join(', ')}` : decimal
}
