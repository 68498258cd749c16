/** What a storage operator offers, and the end of it: for its own wallet. */
import { deployment } from '@/lib/chain/deployment'
import type { Call } from '@/lib/chain/intents/calls'
import { closeStorageCall, offerStorageCall } from '@/lib/chain/intents/credits'
import type { Viewer } from '@/lib/db/client'
import type { Decision } from '@/lib/domain/decision'
import type { StorageTerms } from '@/lib/domain/surplus/credits'
import { triedCall } from './operated-meter'

export async function offerStorage(viewer: Viewer, terms: StorageTerms): Promise<Decision<Call>> {
  return triedCall(viewer, offerStorageCall(deployment().contracts, terms))
}

export async function closeStorage(viewer: Viewer, storageId: number): Promise<Decision<Call>> {
  return triedCall(viewer, closeStorageCall(deployment().contracts, storageId))
}
