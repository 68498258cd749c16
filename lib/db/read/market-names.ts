/** What things are called whose fingerprints stand in a message to sign. */
import { asViewer, type Viewer } from '../client'
import { labelsOf, namesOf } from './names'
import { offerNames } from './agreements'
import { getOffer } from './offers'

export interface AskedNames {
  offers: readonly string[]
  meters: readonly string[]
  agreements: readonly string[]
  accounts: readonly string[]
}

export interface MarketNames {
  /** With the deposit per kWh of an average month, in Micro. */
  offers: Record<string, { name: string; retailer: string; retailerName: string | null; deposit: string }>
  meters: Record<string, string>
  /** By the name of their offer. */
  agreements: Record<string, string>
  accounts: Record<string, string>
}

/** Offers and companies are public; supply points, agreements and people are named to whom they concern. Others are left out. */
export async function marketNames(viewer: Viewer | null, asked: AskedNames): Promise<MarketNames> {
  const offers = (await Promise.all(asked.offers.map((id) => getOffer(id)))).filter((offer) => offer !== null)
  const { meters, agreements, accounts } = await asViewer(viewer, async (tx) => {
    const found = await tx.agreement.findMany({
      where: { id: { in: [...asked.agreements] } },
      select: { id: true, offerId: true },
    })
    const names = await offerNames(
      tx,
      found.map(({ offerId }) => offerId),
    )
    return {
      meters: await labelsOf(tx, asked.meters),
      agreements: found.map(({ id, offerId }) => [id, names.get(offerId) ?? ''] as const),
      accounts: await namesOf(tx, asked.accounts),
    }
  })
  return {
    offers: Object.fromEntries(
      offers.map(({ id, name, retailer, retailerName, offer }) => [
        id,
        { name, retailer, retailerName, deposit: offer.deposit.toString() },
      ]),
    ),
    meters: Object.fromEntries(meters),
    agreements: Object.fromEntries(agreements),
    accounts: Object.fromEntries(accounts),
  }
}
