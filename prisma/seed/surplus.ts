/**
 * The surplus side of the seeded year: each month's exports are stored, returned or offered in a session when they are billed; what the
 * worker would do about sessions is done at the next boundary. Every step looks first at what is there already.
 */
import { deployment } from '@/lib/chain/deployment'
import { offerStorageCall, publishFeedInCall } from '@/lib/chain/intents/credits'
import { openSessionCall } from '@/lib/chain/intents/surplus'
import { asViewer, asWorker } from '@/lib/db/client'
import { feedInPrice, heldCredits, ownFates, storageOffers } from '@/lib/db/read/credits'
import { followedTime } from '@/lib/db/read/sessions-due'
import { ownOrders, surplusSessions } from '@/lib/db/read/surplus-sessions'
import type { HeldCredit } from '@/lib/domain/surplus/credits'
import type { SessionKind, SurplusSession } from '@/lib/domain/surplus/session'
import type { Period } from '@/lib/domain/settlement/period'
import type { Address } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import { claimSessions } from '@/lib/services/claim-sessions'
import { clearSessions } from '@/lib/services/clear-sessions'
import { followOnce } from '@/lib/services/follow/follow'
import { relayAll } from '@/lib/services/relay'
import { REGION } from './plan'
import {
  addressOfConsumer,
  charge,
  creditSubject,
  NO_AGREEMENT,
  place,
  returnEnergy,
  store,
  suppliedBy,
} from './surplus-orders'
import { BIDS, CHARGES, EXPORTS, FEED_IN, FIRST_TRADED, STORAGE, wobble, type ExportPlan } from './surplus-plan'
import { exchange, grid, send, storage } from './wallets'
import type { SeedYear } from './year'

const DAY_S = 86_400
const HUNDRED = 100n
/** A session of a month that is over takes bids for so long. */
const SESSION_DAYS = 10
/** What a past session says of nobody is hidden; the one that is open when the demo begins closes after so many days. */
const OPEN_DAYS = 2

/** The storage operator's offer; there is one. */
export async function openStorage(): Promise<void> {
  const offers = await asViewer(null, storageOffers)
  if (offers.length === 0) await send(storage, offerStorageCall(deployment().contracts, STORAGE))
}

/** At the start of a month: sessions that have closed end, and what was exported in the month before goes its ways. */
export async function tradeExports(year: SeedYear, month: number): Promise<void> {
  const over = year.periods[month - 1]
  if (!over) return
  await endSessions()
  await publishFeedIn(over)
  await followOnce()
  if (month - 1 < FIRST_TRADED) return
  for (const [position, { source }] of year.consumers.entries()) {
    await spendCredits(position, over, { plan: EXPORTS[source.key] ?? {}, charged: CHARGES[source.key] })
  }
  const isLast = year.periods[month]!.end > year.now
  const closeAt = isLast ? year.now + OPEN_DAYS * DAY_S : over.end + SESSION_DAYS * DAY_S
  const session = await sessionOf(over, 'Exported', { lockAt: closeAt - DAY_S, closeAt })
  if (!session) return
  await offerExports(year, session)
  await bidForExports(year, session, month)
  await followOnce()
}

/** What the worker does about sessions. */
export async function endSessions(): Promise<void> {
  await followOnce()
  if ((await clearSessions((await followedTime()) ?? 0)) > 0) await relayAndFollow()
  if ((await claimSessions()) > 0) await relayAndFollow()
}

async function relayAndFollow(): Promise<void> {
  await relayAll()
  await followOnce()
}

async function publishFeedIn({ start }: Period): Promise<void> {
  if (await asViewer(null, (tx) => feedInPrice(tx, REGION, start))) return
  const payer = grid.address.toLowerCase() as Address
  await send(exchange, publishFeedInCall(deployment().contracts, { region: REGION, start, payer, price: FEED_IN }))
}

/** The session of a kind and delivery period, opened if there is none and it is not too late for that; null unless it is open. */
export async function sessionOf(
  { start }: Period,
  kind: SessionKind,
  times: { lockAt: number; closeAt: number },
): Promise<SurplusSession | null> {
  const find = () => asViewer(null, (tx) => surplusSessions(tx, { region: REGION, kind, start }, 1))
  const [known] = await find()
  if (known) return known.status === 'Open' ? known : null
  if (((await followedTime()) ?? 0) >= times.closeAt) return null
  await send(exchange, openSessionCall(deployment().contracts, { region: REGION, start, kind, ...times }))
  await followOnce()
  const [opened] = await find()
  if (!opened) throw new Error('a session that was opened has a row')
  return opened
}

const heldBy = (position: number): Promise<HeldCredit[]> =>
  asViewer({ address: addressOfConsumer(position) }, heldCredits)

/** Stores and returns its shares of a month's exports, and charges a car with what was stored before; once. */
async function spendCredits(
  position: number,
  { start }: Period,
  { plan, charged }: { plan: ExportPlan; charged: bigint | undefined },
): Promise<void> {
  const [own] = (await asViewer({ address: addressOfConsumer(position) }, ownFates)).filter((of) => of.start === start)
  const held = await heldBy(position)
  const credit = held.find((of) => of.kind === 'Exported' && of.start === start)
  if (!own || !credit) return
  const { creditId } = credit
  const part = (share: bigint): Wh => wh((own.exported * share) / HUNDRED)
  if (plan.stored && own.stored === 0n) {
    await store({ position, creditId, energy: part(plan.stored) }, 1)
    // After storing, which is not done again: so this is not either.
    const before = held.find(({ kind }) => kind === 'Stored')
    if (charged && before) {
      const energy = wh((before.energy * charged) / HUNDRED)
      await charge({ position, creditId: before.creditId, energy }, start)
    }
  }
  if (plan.returned && own.returned === 0n) await returnEnergy({ position, creditId, energy: part(plan.returned) })
  await followOnce()
}

/** Whoever is in the session already has placed what it wanted to. */
async function placersIn({ id: sessionId }: SurplusSession): Promise<Set<Address>> {
  const orders = await asWorker((tx) => ownOrders(tx, { sessionId }))
  return new Set(orders.map(({ account }) => account))
}

async function offerExports(year: SeedYear, session: SurplusSession): Promise<void> {
  const placed = await placersIn(session)
  for (const [position, { source }] of year.consumers.entries()) {
    const plan = EXPORTS[source.key]?.sold
    if (!plan || placed.has(addressOfConsumer(position))) continue
    const [own] = (await asViewer({ address: addressOfConsumer(position) }, ownFates)).filter(
      ({ start }) => start === session.start,
    )
    const [credit] = (await heldBy(position)).filter((of) => of.kind === 'Exported' && of.start === session.start)
    const wanted = ((own?.exported ?? 0n) * plan.share) / HUNDRED
    const energy = wh(credit && credit.energy < wanted ? credit.energy : wanted)
    if (!credit || energy === 0n) continue
    const subject = creditSubject(credit.creditId)
    const lot = { position, sessionId: session.id, energy, price: plan.reserve, subject, agreement: null }
    await place({ side: 'Lot', ...lot })
  }
  await followOnce()
}

async function bidForExports(year: SeedYear, session: SurplusSession, month: number): Promise<void> {
  const placed = await placersIn(session)
  const [now] = await asViewer(null, (tx) => surplusSessions(tx, { id: session.id }, 1))
  for (const [position, { source }] of year.consumers.entries()) {
    const plan = BIDS[source.key]
    const energy = wh(((now?.offered ?? 0n) * (plan?.share ?? 0n)) / HUNDRED)
    if (!plan || energy === 0n || placed.has(addressOfConsumer(position))) continue
    const bid = { position, sessionId: session.id, energy, price: plan.limit - wobble(month) }
    const named = plan.onBills ? await suppliedBy(year, position, year.periods[month]!) : null
    await place({ side: 'Bid', ...bid, ...(named ?? NO_AGREEMENT) })
  }
}
