/** Agreements that were signed and sent, until they are rows of their own. What a tab forgets, these remember, on every device. */
import type { Refusal } from '@/lib/domain/decision'
import { asViewer, type StoredJson, type Tx, type Viewer } from '../client'
import { offerNames } from './agreements'
import { labelsOf } from './names'
import type { RelayStatus } from './relays'

export interface SigningRow {
  relayId: string
  agreementId: string
  offerId: string
  offerName: string
  meterId: string
  meterLabel: string | null
  /** First instant of supply. */
  start: number
  status: RelayStatus
  refusal: Refusal | null
  /** When the signature was handed in, UTC seconds. */
  requestedAt: number
}

interface Columns {
  id: string
  agreementId: string
  offerId: string
  meterId: string
  start: string
  status: RelayStatus
  refusalName: string | null
  refusalFacts: StoredJson
  requestedAt: bigint
}

/** The latest signature of each meter, while it is on its way, or after it was refused if that is news: since an instant. */
export async function signingsOf(viewer: Viewer, refusedSince: number): Promise<SigningRow[]> {
  return asViewer(viewer, async (tx) => {
    const latest = await tx.$queryRaw<Columns[]>`
      SELECT DISTINCT ON (payload->>'meterId') id::text, status, refusal_name AS "refusalName", refusal_facts AS "refusalFacts",
        created_at AS "requestedAt", payload->>'agreementId' AS "agreementId", payload->>'offerId' AS "offerId",
        payload->>'meterId' AS "meterId", payload->>'start' AS start
      FROM relay_request
      WHERE requester = ${viewer.address.toLowerCase()} AND kind IN ('sign', 'switch') AND payload ? 'meterId'
        AND (status <> 'refused' OR updated_at >= ${BigInt(refusedSince)})
      ORDER BY payload->>'meterId', id DESC`
    const news = latest.filter(({ status }) => status !== 'followed')
    const offers = await offerNames(
      tx,
      news.map(({ offerId }) => offerId),
    )
    const labels = await labelsOf(
      tx,
      news.map(({ meterId }) => meterId),
    )
    return news.map(({ id, start, requestedAt, refusalName, refusalFacts, ...row }) => ({
      ...row,
      relayId: id,
      start: Number(start),
      requestedAt: Number(requestedAt),
      offerName: offers.get(row.offerId) ?? '',
      meterLabel: labels.get(row.meterId) ?? null,
      refusal:
        refusalName === null ? null : { name: refusalName, facts: (refusalFacts ?? {}) as Record<string, string> },
    }))
  })
}

export interface OpenSigning {
  relayId: string
  agreementId: string
  requestedAt: number
}

/** The viewer's signature that is sent and not mined: until it is, its nonce is taken and nothing else can be signed. */
export function openSigning(viewer: Viewer): Promise<OpenSigning | null> {
  return asViewer(viewer, (tx) => openSigningIn(tx, viewer.address))
}

export async function openSigningIn(tx: Tx, requester: string): Promise<OpenSigning | null> {
  const [row] = await tx.$queryRaw<{ relayId: string; agreementId: string; requestedAt: bigint }[]>`
    SELECT id::text AS "relayId", payload->>'agreementId' AS "agreementId", created_at AS "requestedAt" FROM relay_request
    WHERE requester = ${requester.toLowerCase()} AND kind IN ('sign', 'switch', 'end') AND status IN ('queued', 'sent') ORDER BY id LIMIT 1`
  return row ? { ...row, requestedAt: Number(row.requestedAt) } : null
}

/** The request that carries this very signature, unless it was refused: whoever sends it again gets the same answer. */
export async function requestOfAgreement(tx: Tx, requester: string, agreementId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM relay_request
    WHERE requester = ${requester.toLowerCase()} AND kind IN ('sign', 'switch') AND payload->>'agreementId' = ${agreementId}
      AND status <> 'refused' ORDER BY id DESC LIMIT 1`
  return row?.id ?? null
}
