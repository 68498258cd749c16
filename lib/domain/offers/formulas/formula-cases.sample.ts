/** The vector files of formulas, for tests: vectors/formulas/<key>.json. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registerValues } from '../../metering/register-values'
import { microPerKwh, signedMicroPerKwh, signedNano, watt, wh } from '../../units/units'
import type { Determinants } from '../determinants'
import { formulaKey } from './formula-key'
import { parametersOf, pricingOf, type FormulaName, type Pricing } from './registry'

type Text = Record<string, string>

export interface FormulaCase {
  name: string
  in: Text & { registersWh: string[]; params?: Record<string, string | string[]>; bytes?: `0x${string}` }
  out: { costNano?: string; refusal?: string }
}

export interface FormulaVectors {
  /** The struct of the parameters, as Solidity reads it. */
  params: string
  cases: FormulaCase[]
}

const VECTOR_FOLDER = join(import.meta.dirname, '../../../../contracts/vectors/formulas')

export function vectorsOf(formula: FormulaName): FormulaVectors {
  return JSON.parse(readFileSync(join(VECTOR_FOLDER, `${formulaKey(formula)}.json`), 'utf8')) as FormulaVectors
}

/** Null where the case gives only bytes. Choices are written as the contract has them: their position. */
export function pricingOfCase(formula: FormulaName, { in: { params } }: FormulaCase): Pricing | null {
  if (!params) return null
  const named = Object.entries(parametersOf(formula)).map(([name, parameter]) => {
    const value = params[name]
    return [name, 'choices' in parameter ? parameter.choices[Number(value)] : value]
  })
  return pricingOf(formula, Object.fromEntries(named))
}

export function usageOfCase({ in: given }: FormulaCase): Determinants {
  const number = (key: string) => BigInt(given[key] as string)
  return {
    registers: registerValues(given.registersWh.map((value) => wh(BigInt(value)))),
    maxDemand: watt(number('maxDemandW')),
    capacity: watt(number('capacityW')),
    referencePrice: microPerKwh(number('referenceMicroPerKwh')),
    index: signedMicroPerKwh(number('indexMicroPerKwh')),
    indexCost: signedNano(number('indexCostNano')),
    elapsed: Number(given['elapsed']),
    whole: Number(given['whole']),
  }
}
