/** Do the rows of sessions, lots, bids and credits equal the contracts, and has every Wh one fate? (P9, P11) */
import {
  creditBalance,
  dueState,
  fatesState,
  feedInState,
  orderState,
  sessionState,
  sessionCount,
  storageState,
} from '@/lib/chain/surplus-state'
import { contractAddress } from '@/lib/chain/deployment'
import { tradedOf } from '@/lib/chain/read-surplus'
import { surplusRows, type SurplusRows } from '@/lib/db/read/surplus-rows'
import type { Clearing } from '@/lib/domain/surplus/clear'
import { SESSION_KINDS, SESSION_STATUSES, type PlacedOrder, type SurplusSession } from '@/lib/domain/surplus/session'
import type { Traded } from '@/lib/domain/surplus/traded-agreement'
import { ZERO_HASH, type Hex } from '@/lib/domain/units/hex'
import { wh } from '@/lib/domain/units/units'

export const SURPLUS_CHECKS = [
  'sessionsEqualChain',
  'ordersEqualChain',
  'tradesEqualVolume',
  'potsEqualChain',
  'tradedEqualsChain',
  'dueEqualsChain',
  'creditsEqualChain',
  'fatesAddUp',
  'exportsEqualMeters',
  'storagesEqualChain',
  'feedInsEqualChain',
] as const
export type SurplusCheckName = (typeof SURPLUS_CHECKS)[number]

/** How many rows are right, and how many there are. */
export type SurplusChecks = Record<SurplusCheckName, { right: bigint; rows: bigint }>

export async function reconcileSurplus(): Promise<SurplusChecks> {
  const rows = await surplusRows()
  const { sessions, orders, holdings, credits, storages, feedIns } = rows
  return {
    // A session that has no row is missed too.
    sessionsEqualChain: {
      ...(await rightOf(sessions, sessionEquals)),
      rows: await sessionCount(),
    },
    ordersEqualChain: await rightOf(orders, orderEquals),
    tradesEqualVolume: await rightOf(sessions, async (session) => tradesAddUp(session, ordersOf(rows, session))),
    potsEqualChain: await rightOf(sessions, async (session) => {
      return potOf(ordersOf(rows, session)) === (await sessionState(session.id)).pot
    }),
    tradedEqualsChain: await rightOf(tradedIn(rows), tradedEquals),
    dueEqualsChain: await rightOf(rows.due, async ({ agreementId, energy }) => {
      return energy === (await dueState(agreementId))
    }),
    creditsEqualChain: await rightOf(holdings, async ({ account, creditId, energy }) => {
      return energy === (await creditBalance(account, creditId))
    }),
    fatesAddUp: await rightOf(credits, (credit) => fatesEqual(rows, credit)),
    exportsEqualMeters: exportsEqual(rows),
    storagesEqualChain: await rightOf(storages, async ({ id, ...row }) => {
      const { operator, efficiency, lifetime, capacity, left } = await storageState(id)
      const terms = row.efficiency === BigInt(efficiency) && row.lifetime === lifetime && row.capacity === capacity
      return terms && row.operator === operator && row.left === left
    }),
    feedInsEqualChain: await rightOf(feedIns, async ({ region, start, payer, price }) => {
      const found = await feedInState(region, start)
      return found.payer === payer && found.price === price
    }),
  }
}

async function rightOf<Row>(rows: readonly Row[], isRight: (row: Row) => Promise<boolean>) {
  const right = (await Promise.all(rows.map(isRight))).filter(Boolean)
  return { right: BigInt(right.length), rows: BigInt(rows.length) }
}

const ordersOf = ({ orders }: SurplusRows, { id }: SurplusSession) => orders.filter(({ sessionId }) => sessionId === id)

async function sessionEquals(row: SurplusSession): Promise<boolean> {
  const found = await sessionState(row.id)
  const numbers = ['region', 'start', 'lockAt', 'closeAt', 'lots', 'bids'] as const
  const kind = SESSION_KINDS[found.kind] === row.kind
  const status = SESSION_STATUSES[found.status - 1] === row.status
  return (
    kind && status && numbers.every((name) => found[name] === row[name]) && sameClearing(row.clearing, found.clearing)
  )
}

type FoundClearing = Awaited<ReturnType<typeof sessionState>>['clearing']

/** The chain keeps none, all zero, of a session that did not trade. */
function sameClearing(row: Clearing | null, found: FoundClearing): boolean {
  if (row === null) return found.offered === 0n && found.shared === 0n && found.price === 0
  const sums = row.offered === found.offered && row.shared === found.shared && row.lotsShare === found.lotsShare
  const last = row.remainder === found.remainder && row.id === found.id && row.index === found.index
  return sums && last && row.price === BigInt(found.price)
}

async function orderEquals(row: PlacedOrder): Promise<boolean> {
  const found = await orderState(row)
  if (row.status !== 'Placed') return found.orderId === null && found.subject === ZERO_HASH
  return found.orderId === row.orderId && found.subject === row.subject
}

/** P9: as much is bought as is sold, at one price for all, and all of the volume once everybody has claimed. */
function tradesAddUp({ clearing, volume }: SurplusSession, orders: readonly PlacedOrder[]): boolean {
  const sumOf = (side: PlacedOrder['side']) => sum(orders.filter((order) => order.side === side).map(energyTraded))
  const priced = orders.every(({ traded, amount }) => (amount ?? 0n) === (traded ?? 0n) * (clearing?.price ?? 0n))
  const [sold, bought] = [sumOf('Lot'), sumOf('Bid')]
  if (orders.some(({ status }) => status === 'Placed'))
    return priced && sold <= (volume ?? 0n) && bought <= (volume ?? 0n)
  return priced && sold === (volume ?? 0n) && (volume === null || bought === volume)
}

const energyTraded = ({ traded }: PlacedOrder): bigint => traded ?? 0n
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)

/** What buyers have paid in and sellers have not taken out. */
function potOf(orders: readonly PlacedOrder[]): bigint {
  return sum(orders.map(({ side, amount }) => (side === 'Bid' ? (amount ?? 0n) : -(amount ?? 0n))))
}

interface TradedRow extends Traded {
  agreementId: Hex
  start: number
}

/** What lots and bids say of contracted energy, by agreement and delivery period. */
function tradedIn({ sessions, orders }: SurplusRows): TradedRow[] {
  const rows = new Map<string, TradedRow>()
  for (const { sessionId, subject, side, status, energy, traded } of orders) {
    const session = sessions.find(({ id, kind }) => id === sessionId && kind === 'Contracted')
    if (!session) continue
    const { start } = session
    const none = { listed: wh(0n), wanted: wh(0n), sold: wh(0n), bought: wh(0n) }
    const row = rows.get(`${subject} ${start}`) ?? { agreementId: subject, start, ...none }
    const [open, ended] = side === 'Lot' ? (['listed', 'sold'] as const) : (['wanted', 'bought'] as const)
    if (status === 'Placed') row[open] = wh(row[open] + energy)
    row[ended] = wh(row[ended] + (traded ?? 0n))
    rows.set(`${subject} ${start}`, row)
  }
  return [...rows.values()]
}

async function tradedEquals({ agreementId, start, ...row }: TradedRow): Promise<boolean> {
  const found = await tradedOf(agreementId, start)
  return (['listed', 'wanted', 'sold', 'bought'] as const).every((name) => found[name] === row[name])
}

/** P9: every Wh that was made is held by somebody or has one fate, and what is in lots is what the market itself holds. */
async function fatesEqual({ holdings }: SurplusRows, row: SurplusRows['credits'][number]): Promise<boolean> {
  const market = contractAddress('SurplusMarket')
  const of = holdings.filter(({ creditId }) => creditId === row.creditId)
  const listed = sum(of.filter(({ account }) => account === market).map(({ energy }) => energy))
  const found = await fatesState(row.creditId)
  const named = ['sold', 'stored', 'returned', 'redeemed', 'used'] as const
  const adds = row.exported === sum([...of.map(({ energy }) => energy), ...named.map((name) => row[name])])
  return (
    adds && row.listed === listed && row.exported === found.minted && named.every((name) => row[name] === found[name])
  )
}

/** P9: of each region and delivery period as much has credits as its meters exported. */
function exportsEqual({ credits, metered }: SurplusRows): SurplusChecks['exportsEqualMeters'] {
  const made = credits.filter(({ kind }) => kind === 'Exported')
  const meteredOf = (one: { region: number; start: number }) =>
    metered.find(({ region, start }) => region === one.region && start === one.start)?.exported
  const right = made.filter((credit) => credit.exported === meteredOf(credit)).length
  return { right: BigInt(right), rows: BigInt(Math.max(made.length, metered.length)) }
}
