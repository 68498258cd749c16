/** What a signed-in consumer could bring into a session, or use of it: its money, its credits, its agreements. */
import { agreementStateOf } from '@/lib/chain/read'
import { tradedOf } from '@/lib/chain/read-surplus'
import { asViewer, type Viewer } from '@/lib/db/client'
import { agreementsOfConsumer, type AgreementRow } from '@/lib/db/read/agreements'
import { feedInPrice, heldCredits } from '@/lib/db/read/credits'
import { accountOf } from '@/lib/db/read/escrow'
import { getMeter } from '@/lib/db/read/metering'
import { getOffer } from '@/lib/db/read/offers'
import { listPeriods } from '@/lib/db/read/tariffs'
import { sumWh } from '@/lib/domain/metering/register-values'
import { averagePrice } from '@/lib/domain/offers/average-price'
import type { HeldCredit } from '@/lib/domain/surplus/credits'
import type { SurplusSession } from '@/lib/domain/surplus/session'
import { contractedIn } from '@/lib/domain/surplus/traded-agreement'
import { unusedContracted } from '@/lib/domain/surplus/unused'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { micro, wh, type Micro, type MicroPerKwh, type Wh } from '@/lib/domain/units/units'
import { runningPeriod } from './running-period'

export interface TradingAgreement {
  id: Hex
  offerName: string
  meterLabel: string | null
  /** What a kWh costs under it, on average; null if nobody can say. */
  energyPrice: MicroPerKwh | null
  /** Of the session's delivery period; null where exported energy is traded. */
  contracted: {
    energy: Wh
    /** Could still be listed, and could still be bought. */
    sellable: Wh
    buyable: Wh
    /** Will likely not be used; null if no forecast can be made. */
    unused: Wh | null
    /** What the period will likely come to. */
    likely: Wh | null
  } | null
}

export interface Trader {
  account: Address
  free: Micro
  /** Those that this session takes. */
  credits: HeldCredit[]
  agreements: TradingAgreement[]
  /** What the grid pays instead; null if the exchange has published no price. */
  feedIn: MicroPerKwh | null
}

export async function surplusTrader(viewer: Viewer, session: SurplusSession, now: number): Promise<Trader> {
  const [account, agreements, own] = await Promise.all([
    accountOf(viewer),
    agreementsOfConsumer(viewer),
    asViewer(viewer, async (tx) => ({
      credits: session.kind === 'Exported' ? await heldCredits(tx) : [],
      feedIn: await feedInPrice(tx, session.region, session.start),
    })),
  ])
  const open = agreements.filter(({ endedAt }) => endedAt === null)
  const trading = await Promise.all(open.map((agreement) => tradingAgreement(viewer, { agreement, session, now })))
  return {
    account: viewer.address.toLowerCase() as Address,
    free: micro(account.free),
    credits: own.credits.filter((credit) => takes(session, credit)),
    agreements: trading.flatMap((one) => one ?? []),
    feedIn: own.feedIn?.price ?? null,
  }
}

/** As SurplusSessions._checkCredits. */
function takes({ region, start, closeAt }: SurplusSession, credit: HeldCredit): boolean {
  if (credit.region !== region) return false
  if (credit.kind === 'Exported') return credit.start === start
  return credit.kind === 'Stored' && (credit.expiry ?? 0) >= closeAt
}

interface Trading {
  agreement: AgreementRow
  session: SurplusSession
  now: number
}

/** Null if it can trade nothing there. */
async function tradingAgreement(viewer: Viewer, trading: Trading): Promise<TradingAgreement | null> {
  const { agreement, session } = trading
  const [offer, meter] = await Promise.all([getOffer(agreement.offerId), getMeter(viewer, agreement.meterId)])
  if (!offer || !meter || meter.region !== session.region) return null
  const contracted = session.kind === 'Contracted' ? await contractedOf(viewer, trading, meter) : null
  if (session.kind === 'Contracted' && !contracted) return null
  return {
    id: agreement.id as Hex,
    offerName: agreement.offerName,
    meterLabel: agreement.meterLabel,
    energyPrice: averagePrice(offer.pricing, offer.examples),
    contracted,
  }
}

async function contractedOf(
  viewer: Viewer,
  { agreement, session, now }: Trading,
  supplyPoint: Parameters<typeof contractedIn>[2]['supplyPoint'],
): Promise<TradingAgreement['contracted']> {
  const id = agreement.id as Hex
  const [state, calendar, traded] = await Promise.all([
    agreementStateOf(id),
    listPeriods(),
    tradedOf(id, session.start),
  ])
  const consumer = viewer.address as Address
  const terms = { consumer, start: agreement.start, contracted: agreement.contractedWh }
  const order = { sessionId: session.id, account: consumer, subject: id }
  const found = contractedIn(order, session, { terms, state, supplyPoint, calendar })
  if (!found.ok) return null
  const { contracted, possible } = found.value
  const running = session.start <= now && now < session.end ? await runningPeriod(viewer, agreement, now) : null
  const likely = running && sumWh(running.use.likely)
  const room = possible - contracted - traded.bought - traded.wanted
  return {
    energy: wh(contracted + traded.bought - traded.sold),
    sellable: wh(contracted - traded.sold - traded.listed),
    buyable: wh(room > 0n ? room : 0n),
    unused: likely === null ? null : unusedContracted(contracted, traded, likely),
    likely,
  }
}
