/** Of each agreement that supplies the viewer now: what of the contracted energy will likely be left over, and where it can be sold. */
import { tradedOf } from '@/lib/chain/read-surplus'
import { asViewer, type Viewer } from '@/lib/db/client'
import { agreementsOfConsumer, type AgreementRow } from '@/lib/db/read/agreements'
import { metersOfHolder } from '@/lib/db/read/metering'
import { surplusSessions } from '@/lib/db/read/surplus-sessions'
import type { SurplusSession } from '@/lib/domain/surplus/session'
import { unusedContracted } from '@/lib/domain/surplus/unused'
import type { Hex } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import { runningPeriod } from './running-period'

export interface UnusedEnergy {
  agreement: AgreementRow
  start: number
  end: number
  /** With what was bought, and without what was sold. */
  contracted: Wh
  soFar: Wh
  likely: Wh
  daysToCome: number
  /** Likely left over at the end, and left over even if the rest is like the highest week. */
  unused: Wh
  surely: Wh
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
    const traded = await tradedOf(agreement.id as Hex, session?.start ?? start)
    const { contracted, soFar, likely, high } = outlook
    found.push({
      ...{ agreement, start, end, soFar, likely: likely.used, daysToCome: use.daysToCome, session },
      contracted: wh(contracted + traded.bought - traded.sold),
      unused: unusedContracted(contracted, traded, likely.used),
      surely: unusedContracted(contracted, traded, high.used),
    })
  }
  return found
}
