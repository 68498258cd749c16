import { toBigint, type ChainInteger } from '@/lib/chain/coding/numbers'
import { saveSessionEnded } from '@/lib/db/write/surplus-sessions'
import { argsOf, placeOf, type Handler } from './happening'

/** Everything goes back to its owners with their claims. */
export const sessionVoided: Handler = async (happening) => {
  const { sessionId } = argsOf<{ sessionId: ChainInteger }>(happening)
  const { at, txHash } = placeOf(happening)
  await saveSessionEnded(happening.tx, { id: toBigint(sessionId), status: 'Voided', clearing: null, at, txHash })
}
