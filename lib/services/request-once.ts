/** A read is one request, even if it is handed in twice at the same moment: the database takes the first. */
import { asWorker, type Tx } from '@/lib/db/client'
import { requestOfRead } from '@/lib/db/write/signed-reads'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import type { Hex } from '@/lib/domain/units/hex'

/** @returns the id of the request that was made, or of the one that was there before. */
export async function requestOnce(
  digest: Hex,
  insert: (tx: Tx) => Promise<string | undefined>,
): Promise<Decision<string>> {
  try {
    const id = await asWorker(insert)
    return id ? ok(id) : refuse('RequestMalformed')
  } catch (error) {
    const before = await requestOfRead(digest)
    if (before) return ok(before)
    throw error
  }
}
