import { clearingFromStruct, type ClearingStruct } from '@/lib/chain/coding/clearing'
import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveSessionEnded } from '@/lib/db/write/surplus-sessions'
import { argsOf, placeOf, type Handler } from './happening'

interface Args {
  sessionId: ChainInteger
  volume: ChainInteger
  clearing: ClearingStruct
}

/** What each lot and bid gets follows with its claim. */
export const sessionCleared: Handler = async (happening) => {
  const { sessionId, volume, clearing } = argsOf<Args>(happening)
  const { at, txHash } = placeOf(happening)
  const ended = {
    id: toBigint(sessionId),
    status: 'Cleared',
    clearing: clearingFromStruct(clearing, volume),
    ...{ at, txHash },
  } as const
  await saveSessionEnded(happening.tx, ended)
}
