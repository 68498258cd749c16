/** Contracted energy that the demo's businesses will not use, or will need more of, changes hands while its month runs. */
import { moveTo, type Rpc } from '@/scripts/stack/chain-clock'
import { asWorker } from '@/lib/db/client'
import { ownOrders } from '@/lib/db/read/surplus-sessions'
import type { OrderSide } from '@/lib/domain/surplus/session'
import type { Period } from '@/lib/domain/settlement/period'
import { wh, type Wh } from '@/lib/domain/units/units'
import { followOnce } from '@/lib/services/follow/follow'
import { endSessions, sessionOf } from './surplus'
import { addressOfConsumer, place, suppliedBy } from './surplus-orders'
import { CONTRACTED_BIDS, CONTRACTED_LOTS, CONTRACTED_TRADED, type BidPlan } from './surplus-plan'
import type { SeedYear } from './year'

const HOUR_S = 3_600
const DAY_S = 24 * HOUR_S
const HUNDRED = 100n
const SESSION_DAYS = 9
const OPEN_DAYS = 2

/** At the start of a month, after the one before was settled: the clock goes on until the session of the traded month has ended. */
export async function tradeContracted(year: SeedYear, month: number, rpc: Rpc): Promise<void> {
  const period = year.periods[month]
  if (!period || month < CONTRACTED_TRADED) return
  if (month > CONTRACTED_TRADED) return openCurrent(year, period, month)
  const closeAt = period.start + SESSION_DAYS * DAY_S
  await trade(year, period, { month, closeAt })
  await moveTo(rpc, BigInt(closeAt))
  await rpc.request({ method: 'evm_mine' })
  await endSessions()
}

/** Not in the last hours of a month: nobody could bid any more. */
async function openCurrent(year: SeedYear, period: Period, month: number): Promise<void> {
  const closeAt = Math.min(year.now + OPEN_DAYS * DAY_S, period.end - HOUR_S)
  if (closeAt > year.now + HOUR_S) await trade(year, period, { month, closeAt })
}

async function trade(
  year: SeedYear,
  period: Period,
  { month, closeAt }: { month: number; closeAt: number },
): Promise<void> {
  const session = await sessionOf(period, 'Contracted', { lockAt: closeAt - HOUR_S, closeAt })
  if (!session) return
  const placed = new Set((await asWorker((tx) => ownOrders(tx, { sessionId: session.id }))).map((of) => of.account))
  for (const [position, { source, contracted }] of year.consumers.entries()) {
    const [lot, bid] = [CONTRACTED_LOTS[source.key], CONTRACTED_BIDS[source.key]]
    const plan = lot ?? bid
    if (!plan || placed.has(addressOfConsumer(position))) continue
    const energy = wh((contracted[month % contracted.length]! * plan.share) / HUNDRED)
    await placeContracted(year, { side: lot ? 'Lot' : 'Bid', position, sessionId: session.id, energy, plan, period })
  }
  await followOnce()
}

interface Wish {
  side: OrderSide
  position: number
  sessionId: bigint
  energy: Wh
  plan: BidPlan
  period: Period
}

async function placeContracted(year: SeedYear, { plan, period, ...order }: Wish): Promise<void> {
  const named = await suppliedBy(year, order.position, period)
  if (named) await place({ ...order, price: plan.limit, ...named })
}
