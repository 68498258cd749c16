import { utcSeconds } from '@/app/utc-seconds'
import { signingsOf, type SigningRow } from '@/lib/db/read/signings'

/** A refusal is news for a day. */
const NEWS_S = 86_400

/** What became of the viewer's signatures under one offer: sent from this device or another, in this tab or one that was closed. */
export async function signingNews(
  viewer: { address: string },
  offerId: string,
): Promise<{ underWay: SigningRow | null; refused: SigningRow | null }> {
  const signings = (await signingsOf(viewer, utcSeconds() - NEWS_S)).filter((signing) => signing.offerId === offerId)
  return {
    underWay: signings.find(({ status }) => status !== 'refused') ?? null,
    refused: signings.find(({ status }) => status === 'refused') ?? null,
  }
}
