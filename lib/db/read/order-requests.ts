/** Lots, bids and their withdrawals that a member asked the relayer to send. */
import type { Tx } from '../client'

/** The request that carries this very signature, unless it was refused: whoever sends it again gets the same answer. */
export async function requestOfOrder(tx: Tx, requester: string, digest: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM relay_request
    WHERE requester = ${requester.toLowerCase()} AND kind IN ('list', 'bid', 'withdrawOrder')
      AND payload->>'digest' = ${digest} AND status <> 'refused' ORDER BY id DESC LIMIT 1`
  return row?.id ?? null
}

/** When the account's request that is sent and not mined was made: until it is, its nonce is taken. Null if there is none. */
export async function openOrderRequest(tx: Tx, requester: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ requestedAt: bigint }[]>`
    SELECT created_at AS "requestedAt" FROM relay_request
    WHERE requester = ${requester.toLowerCase()} AND kind IN ('list', 'bid', 'withdrawOrder')
      AND status IN ('queued', 'sent') ORDER BY id LIMIT 1`
  return row ? Number(row.requestedAt) : null
}
