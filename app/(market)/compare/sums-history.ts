/** A year that only has the round numbers of a link: every day alike, and the highest demand in every month. */
import { REGISTERS } from '@/lib/domain/metering/registers'
import { daysBetween, type LocalDate } from '@/lib/domain/metering/calendar'
import type { UseHistory } from '@/lib/domain/offers/compare/compared'
import type { UseSums } from './use-source'

const WH_PER_KWH = 1_000
const W_PER_KW = 1_000
const EPOCH: LocalDate = '1970-01-01'

export function historyOfSums(
  { yearlyKwh, shares, peakKw }: UseSums,
  { from, to }: { from: LocalDate; to: LocalDate },
  timeZone: string,
): UseHistory {
  const count = daysBetween({ from, to })
  const first = daysBetween({ from: EPOCH, to: from })
  const registers = new Float64Array(count * REGISTERS.length)
  for (const [register, share] of shares.entries()) {
    const ofYear = Math.round((yearlyKwh * WH_PER_KWH * share) / 100)
    // What the days before have is taken off, so that the year adds up.
    for (let day = 0; day < count; day++)
      registers[day * REGISTERS.length + register] =
        Math.floor((ofYear * (day + 1)) / count) - Math.floor((ofYear * day) / count)
  }
  return {
    timeZone,
    days: Int32Array.from({ length: count }, (_, day) => first + day),
    registers,
    exported: new Float64Array(count),
    maxDemand: new Float64Array(count).fill(Math.round(peakKw * W_PER_KW)),
    daily: new Uint8Array(count),
    indexCost: Array.from({ length: count }, () => null),
  }
}
