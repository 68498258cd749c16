/** A year in a few round numbers. Two years that round alike cannot be told apart by them. */
import { mapRegisters, registerValues, sumWh, type RegisterValues } from '@/lib/domain/metering/register-values'
import type { UseYear } from '@/lib/domain/offers/compare/compared'
import { wh, WH_PER_KWH, type Wh } from '@/lib/domain/units/units'
import type { UseSums } from './use-source'

const DIGITS_OF_ENERGY = 3
const DIGITS_OF_DEMAND = 2
const W_PER_KW = 1_000

export function sumsOf({ months }: UseYear): UseSums {
  const registers = months.reduce(
    (sum, month) => mapRegisters(sum, (energy, index) => wh(energy + (month.registers[index] ?? 0n))),
    registerValues<Wh>([wh(0n), wh(0n), wh(0n), wh(0n), wh(0n)]),
  )
  const peak = Math.max(0, ...months.map(({ maxDemand }) => Number(maxDemand)))
  return {
    yearlyKwh: Math.max(1, rounded(Number(sumWh(registers) / WH_PER_KWH), DIGITS_OF_ENERGY)),
    shares: percentOf(registers),
    peakKw: Math.round(rounded(peak / W_PER_KW, DIGITS_OF_DEMAND) * 10) / 10,
  }
}

/** To so many digits that count. */
function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}

/** Whole percent that add up to 100: the largest remainders take what rounding leaves. */
function percentOf(registers: RegisterValues<Wh>): number[] {
  const total = sumWh(registers)
  if (total === 0n) return registers.map((_, index) => (index === 2 ? 100 : 0))
  const exact = registers.map((energy) => Number((energy * 1_000_000n) / total) / 10_000)
  const shares = exact.map(Math.floor)
  const places = exact.map((_, index) => index).sort((a, b) => ((exact[b] ?? 0) % 1) - ((exact[a] ?? 0) % 1))
  const left = 100 - shares.reduce((sum, share) => sum + share, 0)
  for (const place of places.slice(0, left)) shares[place] = (shares[place] ?? 0) + 1
  return shares
}
