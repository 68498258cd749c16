/** What a span comes to. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import { WHOLE_DAY_MINUTES, type MeterDay } from '@/lib/domain/metering/meter-day'
import { dayBefore, type MeteringView } from '@/lib/domain/metering/metering-view'
import { sumWh } from '@/lib/domain/metering/register-values'
import { energyOf, NO_MINUTES, type UsePoint } from '@/lib/domain/metering/use-point'
import { watt, wh, type Watt, type Wh } from '@/lib/domain/units/units'

export interface UseTotals {
  importWh: Wh
  exportWh: Wh
  minutes: UsePoint['minutes']
}

export function totalsOf(points: readonly UsePoint[]): UseTotals {
  const minutes = { ...NO_MINUTES }
  let [importWh, exportWh] = [0n, 0n]
  for (const point of points) {
    importWh += energyOf(point.importWh)
    exportWh += energyOf(point.exportWh)
    for (const quality of ['Measured', 'Estimated', 'Substituted', 'Missing'] as const)
      minutes[quality] += point.minutes[quality]
  }
  return { importWh: wh(importWh), exportWh: wh(exportWh), minutes }
}

export interface YearsCompared {
  /** Taken from the grid on the days that both years know. */
  hereWh: Wh
  beforeWh: Wh
  days: number
  /** Days that this year knows and last year does not. */
  uncompared: number
}

/** This year against last, day by day, so that half a month is not held against a whole one. A day with a hole is not known. */
export function compareYears(
  view: MeteringView,
  { days, before }: { days: readonly MeterDay[]; before: readonly MeterDay[] },
): YearsCompared {
  const past = new Map(before.filter(isWhole).map((day) => [day.day, day]))
  let [hereWh, beforeWh, count, uncompared] = [0n, 0n, 0, 0]
  for (const day of days.filter(isWhole)) {
    const then = past.get(dayBefore(view, day.day))
    if (!then) {
      uncompared += 1
      continue
    }
    hereWh += sumWh(day.importWh)
    beforeWh += sumWh(then.importWh)
    count += 1
  }
  return { hereWh: wh(hereWh), beforeWh: wh(beforeWh), days: count, uncompared }
}

function isWhole({ qualities }: MeterDay): boolean {
  return !qualities.includes('Missing')
}

export interface Demand {
  demand: Watt
  day: LocalDate
  /** Of the day, from 0. */
  interval: number
  minutes: number
}

const HOUR_MINUTES = 60n

/** Mean power of the interval that took most; null where only whole days are known, or nothing was taken. */
export function highestDemand(days: readonly MeterDay[]): Demand | null {
  let highest: Demand | null = null
  for (const { day, minutes, importWh } of days) {
    if (minutes === WHOLE_DAY_MINUTES) continue
    importWh.forEach((energy, interval) => {
      const demand = watt((energy * HOUR_MINUTES) / BigInt(minutes))
      if (demand > (highest?.demand ?? 0n)) highest = { demand, day, interval, minutes }
    })
  }
  return highest
}
