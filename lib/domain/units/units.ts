/** Quantities with their units in the type. Mirrors contracts/src/types/Units.sol; every value fits the width it has on chain. */

/** Energy, whole watt-hours. */
export type Wh = bigint & { readonly unit: 'Wh' }
/** Power, whole watts. */
export type Watt = bigint & { readonly unit: 'W' }
/** Money, whole millionths of the settlement currency. */
export type Micro = bigint & { readonly unit: 'µ' }
/** Money, thousandths of a Micro: the exact product of Wh and MicroPerKwh, before the one rounding. */
export type Nano = bigint & { readonly unit: 'n' }
/** Price, Micro per kWh. */
export type MicroPerKwh = bigint & { readonly unit: 'µ/kWh' }
/** Price of demand or capacity, Micro per kW and whole settlement period. */
export type MicroPerKw = bigint & { readonly unit: 'µ/kW' }
/** A price that may fall below zero, as published indexes do, in Micro per kWh. */
export type SignedMicroPerKwh = bigint & { readonly unit: '±µ/kWh' }
/** Money that may fall below zero, in thousandths of a Micro. */
export type SignedNano = bigint & { readonly unit: '±n' }
/** Ratio, basis points (10,000 is one). */
export type Bps = bigint & { readonly unit: 'bps' }
/** A multiple in basis points, which may be far above one. */
export type Factor = bigint & { readonly unit: '×bps' }

export const WH_PER_KWH = 1000n
export const BPS_ONE = 10_000n

export const wh = (value: bigint): Wh => fitting(value, 64n, 'Wh') as Wh
export const watt = (value: bigint): Watt => fitting(value, 64n, 'W') as Watt
export const micro = (value: bigint): Micro => fitting(value, 128n, 'µ') as Micro
export const nano = (value: bigint): Nano => fitting(value, 256n, 'n') as Nano
export const microPerKwh = (value: bigint): MicroPerKwh => fitting(value, 64n, 'µ/kWh') as MicroPerKwh
export const microPerKw = (value: bigint): MicroPerKw => fitting(value, 64n, 'µ/kW') as MicroPerKw
export const signedMicroPerKwh = (value: bigint): SignedMicroPerKwh =>
  fittingSigned(value, 64n, 'µ/kWh') as SignedMicroPerKwh
export const signedNano = (value: bigint): SignedNano => fittingSigned(value, 256n, 'n') as SignedNano
export const bps = (value: bigint): Bps => fitting(value, 16n, 'bps') as Bps
export const factor = (value: bigint): Factor => fitting(value, 32n, '×bps') as Factor

/** a × b ÷ divisor, rounded down. All three are natural numbers. */
export function mulDivDown(a: bigint, b: bigint, divisor: bigint): bigint {
  return (a * b) / divisor
}

/** a × b ÷ divisor, rounded up. All three are natural numbers. */
export function mulDivUp(a: bigint, b: bigint, divisor: bigint): bigint {
  return (a * b + divisor - 1n) / divisor
}

/** a ÷ divisor, rounded toward minus infinity: BigInt alone would round a negative quotient up. The divisor is above zero. */
export function divDown(a: bigint, divisor: bigint): bigint {
  return a / divisor - (a % divisor < 0n ? 1n : 0n)
}

function fittingSigned(value: bigint, bits: bigint, unit: string): bigint {
  if (BigInt.asIntN(Number(bits), value) !== value)
    throw new RangeError(`${value} ${unit} does not fit in ${bits} bits`)
  return value
}

function fitting(value: bigint, bits: bigint, unit: string): bigint {
  if (value < 0n) throw new RangeError(`${value} ${unit} is negative`)
  if (value >> bits !== 0n) throw new RangeError(`${value} ${unit} does not fit in ${bits} bits`)
  return value
}
