/** A formula's parameters as data: coding, storage and the form of a retailer are written once, over these. */
import { registerValues, type RegisterValues } from '../../metering/register-values'
import {
  bps,
  factor,
  microPerKw,
  microPerKwh,
  signedMicroPerKwh,
  wh,
  type Bps,
  type Factor,
  type MicroPerKw,
  type MicroPerKwh,
  type SignedMicroPerKwh,
  type Wh,
} from '../../units/units'

interface Quantities {
  Wh: Wh
  MicroPerKwh: MicroPerKwh
  SignedMicroPerKwh: SignedMicroPerKwh
  MicroPerKw: MicroPerKw
  Bps: Bps
  Factor: Factor
}
export type Unit = keyof Quantities

/** How a unit is written on chain, and how a number becomes one. */
export const UNITS: { [Name in Unit]: { abi: string; of: (value: bigint) => Quantities[Name] } } = {
  Wh: { abi: 'uint64', of: wh },
  MicroPerKwh: { abi: 'uint64', of: microPerKwh },
  SignedMicroPerKwh: { abi: 'int64', of: signedMicroPerKwh },
  MicroPerKw: { abi: 'uint64', of: microPerKw },
  Bps: { abi: 'uint16', of: bps },
  Factor: { abi: 'uint32', of: factor },
}

/** A number (an optional one is zero for none), one for each register, a list, or one of a few names whose position is its code. */
export type Parameter =
  | { unit: Unit; each?: 'register' | 'item'; optional?: true }
  | { choices: readonly [string, ...string[]] }
export type Parameters = Readonly<Record<string, Parameter>>

export type ParameterValue<P extends Parameter> = P extends { choices: infer Names extends readonly string[] }
  ? Names[number]
  : P extends { unit: infer U extends Unit; each: 'register' }
    ? RegisterValues<Quantities[U]>
    : P extends { unit: infer U extends Unit; each: 'item' }
      ? readonly Quantities[U][]
      : P extends { unit: infer U extends Unit }
        ? Quantities[U]
        : never
export type ParamsOf<P extends Parameters> = { readonly [Name in keyof P]: ParameterValue<P[Name]> }

/** A parameter's value where nobody knows which parameter it is. */
export type AnyValue = string | bigint | readonly bigint[]
export type AnyParams = Readonly<Record<string, AnyValue>>

/** Its type in the bytes that the contract decodes. */
export function abiTypeOf(parameter: Parameter): string {
  if ('choices' in parameter) return 'uint8'
  const { abi } = UNITS[parameter.unit]
  return abi + { register: '[5]', item: '[]', none: '' }[parameter.each ?? 'none']
}

/** One value from what is stored or decoded: numbers as bigints or decimal strings, choices by name. */
export function readValue(parameter: Parameter, raw: unknown): AnyValue {
  if ('choices' in parameter) {
    const name = parameter.choices.find((choice) => choice === raw)
    if (name === undefined) throw new RangeError(`${String(raw)} is none of ${parameter.choices.join(', ')}`)
    return name
  }
  const { of } = UNITS[parameter.unit]
  if (parameter.each === undefined) return of(BigInt(raw as string))
  const values = (raw as readonly string[]).map((value) => of(BigInt(value)))
  return parameter.each === 'register' ? registerValues(values) : values
}
