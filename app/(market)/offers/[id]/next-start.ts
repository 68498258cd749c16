import { utcSeconds } from '@/app/utc-seconds'
import { listPeriods } from '@/lib/db/read/tariffs'
import { nextPeriod } from '@/lib/domain/settlement/period'

/** First instant of the next settlement period: the earliest start of supply. Null if none has been published. */
export async function nextStart(): Promise<number | null> {
  return nextPeriod(await listPeriods(), utcSeconds())?.start ?? null
}
