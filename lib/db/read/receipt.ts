/** One agreement with what proves it: for its two parties, and nobody else. */
import { asViewer, type Viewer } from '../client'
import { getAgreement, offerNames, type AgreementRow } from './agreements'

export interface ReceiptRow extends AgreementRow {
  /** Null for an agreement that was followed before blocks were kept. */
  block: number | null
  /** As the consumer made it; null where it is only in the data of the transaction. */
  signature: string | null
  /** The agreement that ends where this one starts. Its offer is named to whoever was party to that one. */
  replaced: { id: string; offerName: string | null } | null
}

const NONE = /^0x0*$/

/** Null also if it is somebody else's. */
export async function getReceipt(viewer: Viewer, id: string): Promise<ReceiptRow | null> {
  const agreement = await getAgreement(viewer, id)
  if (!agreement) return null
  return asViewer(viewer, async (tx) => {
    const select = { blockNumber: true, signature: true, replaces: true }
    const row = await tx.agreement.findUniqueOrThrow({ where: { id: agreement.id }, select })
    const { blockNumber, signature, replaces } = row
    const before = NONE.test(replaces)
      ? null
      : await tx.agreement.findUnique({ where: { id: replaces }, select: { offerId: true } })
    const names = await offerNames(tx, before ? [before.offerId] : [])
    return {
      ...agreement,
      block: blockNumber === null ? null : Number(blockNumber),
      signature,
      replaced: NONE.test(replaces) ? null : { id: replaces, offerName: names.get(before?.offerId ?? '') ?? null },
    }
  })
}
