/** What an account has in a session: what its lots and bids get, or would get if the session were cleared as it is. */
import { micro, wh, type Micro, type Wh } from '../units/units'
import { awarded, sold } from './allocation'
import type { Clearing } from './clear'
import type { OrderSide, PlacedOrder } from './session'
import { costAt } from './tick'

export interface OrderStanding {
  order: PlacedOrder
  /** What it gets of what it asked for. */
  gets: Wh
  /** A bid pays it, a lot receives it. */
  money: Micro
  /** Of a bid, until it is claimed or withdrawn: what it costs at its limit. */
  locked: Micro
}

export interface SidePosition {
  energy: Wh
  gets: Wh
  money: Micro
  locked: Micro
}

/** @param clearing The session's, or what it would be now; null where nothing is traded. */
export function standingOf(order: PlacedOrder, clearing: Clearing | null): OrderStanding {
  const { side, index, energy, price, orderId: id, status } = order
  const none = { order, gets: wh(0n), money: micro(0n), locked: micro(0n) }
  if (status === 'Withdrawn') return none
  // What the chain has said is not computed again.
  if (status === 'Claimed') return { ...none, gets: order.traded ?? none.gets, money: order.amount ?? none.money }
  const locked = side === 'Bid' ? costAt(energy, price) : none.locked
  if (!clearing) return { ...none, locked }
  const gets =
    side === 'Bid'
      ? awarded({ id, energy, limit: price }, index, clearing)
      : sold({ id, energy, reserve: price }, index, clearing)
  return { order, gets, money: costAt(gets, clearing.price), locked }
}

/** All lots of an account together, or all its bids; what was withdrawn counts nothing. */
export function sideOf(standings: readonly OrderStanding[], side: OrderSide): SidePosition {
  const own = standings.filter(({ order }) => order.side === side && order.status !== 'Withdrawn')
  const sum = (of: (standing: OrderStanding) => bigint) => own.reduce((total, one) => total + of(one), 0n)
  return {
    energy: wh(sum(({ order }) => order.energy)),
    gets: wh(sum(({ gets }) => gets)),
    money: micro(sum(({ money }) => money)),
    locked: micro(sum(({ locked }) => locked)),
  }
}
