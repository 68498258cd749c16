/** What one bar of a load curve stands for: some time, the energy of it, and how well that is known. */
import type { LocalDate } from '@/lib/domain/metering/calendar'
import { worstQuality, type IntervalQuality } from '@/lib/domain/metering/meter-day'
import type { ReadQuality } from '@/lib/domain/metering/read'
import { wh, type Wh } from '@/lib/domain/units/units'

/** Energy apart by how it is known: what is missing has none. */
export type EnergyByQuality = Readonly<Record<ReadQuality, Wh>>

export interface UsePoint {
  /** Its place in the span, the same in every span of its kind: "18:00", "3 18:00", "26", "11". */
  slot: string
  /** The first day of it. */
  day: LocalDate
  /** Minutes since the wall clock showed 00:00; null where it stands for whole days. */
  minute: number | null
  /** The wall clock shows this time for the second time this day. */
  again: boolean
  importWh: EnergyByQuality
  exportWh: EnergyByQuality
  /** How long each quality holds. All zero: it has not been yet, or was before the meter. */
  minutes: Readonly<Record<IntervalQuality, number>>
}

export const NO_ENERGY: EnergyByQuality = { Measured: wh(0n), Estimated: wh(0n), Substituted: wh(0n) }
export const NO_MINUTES: UsePoint['minutes'] = { Measured: 0, Estimated: 0, Substituted: 0, Missing: 0 }

export function energyOf({ Measured, Estimated, Substituted }: EnergyByQuality): Wh {
  return wh(Measured + Estimated + Substituted)
}

/** Nothing of it is known: there is no energy to show, not even none. */
export function isUnknown({ minutes }: Pick<UsePoint, 'minutes'>): boolean {
  return minutes.Measured + minutes.Estimated + minutes.Substituted === 0
}

/** It lies in the future, or before the meter. */
export function isOutside({ minutes }: Pick<UsePoint, 'minutes'>): boolean {
  return minutes.Missing === 0 && isUnknown({ minutes })
}

/** The qualities that hold for some of it, the worst of them last. */
export function qualitiesOf({ minutes }: Pick<UsePoint, 'minutes'>): IntervalQuality[] {
  const found = (['Measured', 'Substituted', 'Estimated', 'Missing'] as const).filter((quality) => minutes[quality] > 0)
  return [...found]
}

export function qualityOf(point: Pick<UsePoint, 'minutes'>): IntervalQuality {
  return worstQuality(qualitiesOf(point))
}
