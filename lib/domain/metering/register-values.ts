/** One value for each register, in the order of REGISTERS. */
import { REGISTERS } from './registers'
import { wh, type Wh } from '../units/units'

export type RegisterValues<T> = readonly [T, T, T, T, T]

export function registerValues<T>(values: readonly T[]): RegisterValues<T> {
  if (values.length !== REGISTERS.length)
    throw new RangeError(`${values.length} values for ${REGISTERS.length} registers`)
  return values as unknown as RegisterValues<T>
}

export function mapRegisters<T, U>(values: RegisterValues<T>, to: (value: T, index: number) => U): RegisterValues<U> {
  return registerValues(values.map(to))
}

/** Energy over all registers. Mirrors BillLib.sum. */
export function sumWh(values: readonly Wh[]): Wh {
  return wh(values.reduce<bigint>((total, value) => total + value, 0n))
}

/** Exact cost, in Nano, of energy that has a price for each register. */
export function registerCost(energy: RegisterValues<Wh>, prices: RegisterValues<bigint>): bigint {
  return energy.reduce<bigint>((cost, value, index) => cost + value * (prices[index] ?? 0n), 0n)
}
