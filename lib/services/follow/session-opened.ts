import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveSession } from '@/lib/db/write/surplus-sessions'
import { SESSION_KINDS } from '@/lib/domain/surplus/session'
import { nameOf } from '@/lib/domain/units/codes'
import { argsOf, placeOf, type Handler } from './happening'

type Args = Record<'sessionId' | 'region' | 'start' | 'end' | 'kind' | 'lockAt' | 'closeAt', ChainInteger>

export const sessionOpened: Handler = async (happening) => {
  const { sessionId, kind, ...times } = argsOf<Args>(happening)
  const session = {
    id: toBigint(sessionId),
    kind: nameOf(SESSION_KINDS, toNumber(kind)),
    region: toNumber(times.region),
    start: toNumber(times.start),
    end: toNumber(times.end),
    lockAt: toNumber(times.lockAt),
    closeAt: toNumber(times.closeAt),
  }
  await saveSession(happening.tx, session, placeOf(happening))
}
