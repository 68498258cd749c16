/** How much energy a consumer contracts for each month, before anyone knows its year. */
import { wh, type Wh } from '@/lib/domain/units/units'

const MONTHS = 12

/**
 * The consumer's annual total spread over the months by the average monthly share of all the others of its kind. Each
 * other consumer counts the same, whatever its size. Months round down and the last takes the remainder, so the year
 * is exact. Consumers that used nothing have no shares and are left out.
 */
export function contractedProfile(monthlyWh: readonly (readonly Wh[])[], consumer: number): Wh[] {
  const own = monthlyWh[consumer]
  if (!own) throw new RangeError(`no consumer ${consumer}`)
  if (monthlyWh.some((months) => months.length !== MONTHS)) throw new RangeError('a year has twelve monthly totals')
  const others = monthlyWh.filter((months, index) => index !== consumer && sum(months) > 0n)
  if (others.length === 0) throw new RangeError('no other consumer to take the monthly shares from')

  const total = sum(own)
  // Shares are fractions of different years: over one common denominator their sum is exact.
  const denominator = others.reduce((product, months) => product * sum(months), 1n)
  const contracted = Array.from({ length: MONTHS - 1 }, (_, month) => {
    const shares = sum(others.map((months) => ((months[month] ?? 0n) * denominator) / sum(months)))
    return (total * shares) / (denominator * BigInt(others.length))
  })
  return [...contracted, total - sum(contracted)].map(wh)
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
