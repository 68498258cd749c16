/** One signature of an account at a time: the next one's nonce is not known before. */
import type { Viewer } from '@/lib/db/client'
import { openSigningIn, requestOfAgreement } from '@/lib/db/read/signings'
import { ok, refuse } from '@/lib/domain/decision'
import type { Hex } from '@/lib/domain/units/hex'
import type { LookBefore } from './queue-relay'

/** Two windows, or two presses, that come at the same moment. */
export function oneAtATime(viewer: Viewer, agreementId: Hex): LookBefore {
  return async (tx) => {
    const same = await requestOfAgreement(tx, viewer.address, agreementId)
    return same ? ok(same) : noneUnderWay(viewer)(tx)
  }
}

export function noneUnderWay(viewer: Viewer): LookBefore {
  return async (tx) => {
    const open = await openSigningIn(tx, viewer.address)
    return open && refuse('SigningUnderWay', { requestedAt: BigInt(open.requestedAt) })
  }
}
