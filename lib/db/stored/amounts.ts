/** Whole numbers of numeric columns. Units are checked where a domain type is made of them. */
import { registerValues, type RegisterValues } from '@/lib/domain/metering/register-values'
import { micro, wh, type Micro, type Wh } from '@/lib/domain/units/units'
import type { Decimal } from '../client'

/** Written without an exponent, however large. */
export function wholeOf(value: Decimal): bigint {
  return BigInt(value.toFixed(0))
}

export function whOf(value: Decimal): Wh {
  return wh(wholeOf(value))
}

export function microOf(value: Decimal): Micro {
  return micro(wholeOf(value))
}

export function registersOf(values: readonly Decimal[]): RegisterValues<Wh> {
  return registerValues(values.map(whOf))
}

/** As a numeric column takes it. */
export function decimal(value: bigint): string {
  return value.toString()
}

export function decimals(values: readonly bigint[]): string[] {
  return values.map(decimal)
}
