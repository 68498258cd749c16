/** A surplus session: for the exchange to open from its own wallet. */
import { deployment } from '@/lib/chain/deployment'
import type { Call } from '@/lib/chain/intents/calls'
import { openSessionCall, type Opening } from '@/lib/chain/intents/surplus'
import type { Viewer } from '@/lib/db/client'
import type { Decision } from '@/lib/domain/decision'
import { triedCall } from './operated-meter'

export async function openSession(viewer: Viewer, opening: Opening): Promise<Decision<Call>> {
  return triedCall(viewer, openSessionCall(deployment().contracts, opening))
}
