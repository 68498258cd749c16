import { listPeriods } from '@/lib/db/read/tariffs'
import { nextPeriod } from '@/lib/domain/settlement/period'

/** First instant of the next settlement period: the earliest start of supply. Null if none has been published. */
export async function nextStart(): Promise<number | null> {
  const now = Math.floor(Date.now() / 1000)
  return nextPeriod(await listPeriods(), now)?.start ?? null
}
