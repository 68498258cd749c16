/** Lots, bids and withdrawals go through the relayer one at a time: the next one's nonce is not known before. */
import { asViewer, type Viewer } from '@/lib/db/client'
import { openOrderRequest, requestOfOrder } from '@/lib/db/read/order-requests'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import type { Hex } from '@/lib/domain/units/hex'
import type { LookBefore } from './queue-relay'

/** The request that carries this signature already; its sender may never have heard the answer. */
export function knownOrder(viewer: Viewer, digest: Hex): Promise<string | null> {
  return asViewer(viewer, (tx) => requestOfOrder(tx, viewer.address, digest))
}

/** Two windows, or two presses, that come at the same moment. */
export function oneOrderAtATime(viewer: Viewer, digest: Hex): LookBefore {
  return async (tx) => {
    const same = await requestOfOrder(tx, viewer.address, digest)
    if (same) return ok(same)
    const open = await openOrderRequest(tx, viewer.address)
    return open === null ? null : underWay(open)
  }
}

/** Before anything is signed. */
export async function noOrderUnderWay(viewer: Viewer): Promise<Decision<null>> {
  const open = await asViewer(viewer, (tx) => openOrderRequest(tx, viewer.address))
  return open === null ? ok(null) : underWay(open)
}

const underWay = (requestedAt: number) => refuse('SigningUnderWay', { requestedAt: BigInt(requestedAt) })
