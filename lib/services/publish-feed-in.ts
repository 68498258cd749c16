/** The price of energy given back to the grid: for the exchange to publish from its own wallet. */
import { deployment } from '@/lib/chain/deployment'
import type { Call } from '@/lib/chain/intents/calls'
import { publishFeedInCall } from '@/lib/chain/intents/credits'
import type { Viewer } from '@/lib/db/client'
import type { Decision } from '@/lib/domain/decision'
import type { PublishedFeedIn } from '@/lib/domain/surplus/credits'
import { triedCall } from './operated-meter'

export async function publishFeedIn(viewer: Viewer, feedIn: PublishedFeedIn): Promise<Decision<Call>> {
  return triedCall(viewer, publishFeedInCall(deployment().contracts, feedIn))
}
