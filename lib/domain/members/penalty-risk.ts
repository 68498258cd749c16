/** Whether a period that runs is about to leave its band while its user can still do something about it. */
import type { PeriodOutlook } from '../billing/period-outlook'
import { micro } from '../units/units'
import type { NoticeFacts } from './notice'

const DAY_S = 86_400
/** Less is too late to change a habit. */
const LEAST_TO_COME_S = 3 * DAY_S
/** A forecast from fewer days of the period says more about another month than about this one. */
const LEAST_KNOWN_DAYS = 7

export interface RunningOutlook {
  end: number
  outlook: PeriodOutlook
  use: { soFar: { days: number } }
}

export type PenaltyRisk = Pick<NoticeFacts['PenaltyRisk'], 'standing' | 'energy' | 'cost'>

/** Null where there is nothing to warn of: in the band, too early, too late, or leaving it costs nothing. */
export function penaltyRisk({ end, outlook, use }: RunningOutlook, now: number): PenaltyRisk | null {
  const { standing, likely, room, needed } = outlook
  if (standing !== 'mayExceed' && standing !== 'mayFallShort') return null
  if (end - now < LEAST_TO_COME_S || use.soFar.days < LEAST_KNOWN_DAYS) return null
  if (likely.deviation <= 0n) return null
  return { standing, energy: standing === 'mayExceed' ? room : needed, cost: micro(likely.deviation) }
}
