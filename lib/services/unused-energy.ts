/** Of each agreement that supplies the viewer now: what of the contracted energy will likely be left over, and where it can be sold. */
import { asViewer, type Viewer } from '@/lib/db/client'
import { agreementsOfConsumer, type AgreementRow } from '@/lib/db/read/agreements'
import { metersOfHolder } from '@/lib/db/read/metering'
import { surplusSessions } from '@/lib/db/read/surplus-sessions'
import { unusedOf, type Unused } from '@/lib/domain/surplus/unused'
import type { SurplusSession } from '@/lib/domain/surplus/session'
import { runningPeriod } from './running-period'

export interface UnusedEnergy extends Unused {
  agreement: AgreementRow
  start: number
  end: number
  daysToCome: number
  /** That would sell it; null if none is open. */
  session: SurplusSession | null
}

const OPEN_SESSIONS = 50

export async function unusedEnergy(viewer: Viewer, now: number): Promise<UnusedEnergy[]> {
  const [agreements, meters, sessions] = await Promise.all([
    agreementsOfConsumer(viewer),
    metersOfHolder(viewer),
    asViewer(viewer, (tx) => surplusSessions(tx, { kind: 'Contracted', status: 'Open' }, OPEN_SESSIONS)),
  ])
  const found: UnusedEnergy[] = []
  for (const agreement of agreements) {
    const running = await runningPeriod(viewer, agreement, now)
    if (!running) continue
    const { start, end, outlook, use } = running
    const region = meters.find(({ id }) => id === agreement.meterId)?.region
    const session =
      sessions.find((one) => one.region === region && one.end > start && one.start < end && one.closeAt > now) ?? null
    const { contracted, soFar, likely, high } = outlook
    const unused = unusedOf({ contracted, soFar, likely: likely.used, high: high.used })
    found.push({ ...unused, agreement, start, end, daysToCome: use.daysToCome, session })
  }
  return found
}
