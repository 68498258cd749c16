/**
 * What demo members place in a demo session, so that its page is alive: a few bids and lots around real prices, spread over the time
 * until it locks. The same session always gets the same ones.
 */
import { mulDivDown, wh, type Wh } from '../units/units'
import { tick, type Tick } from './tick'

export interface PlannedOrder {
  side: 'Lot' | 'Bid'
  /** Which of the demo's buyers or sellers. */
  member: number
  /** When it is placed. */
  at: number
  price: Tick
  /** Of a bid. A lot is a part of what its seller holds. */
  energy: Wh
  shareBps: bigint
}

export interface DemoSession {
  id: bigint
  openedAt: number
  lockAt: number
}

/** Micro per Wh. Energy costs the buyers about 0.38 a kWh under their agreements; the grid gives 0.25 for what is returned to it. */
const LIMITS = { from: 290, to: 375 }
const RESERVES = { from: 255, to: 345 }
const BID_WH = { from: 2_000, to: 30_000 }
/** A seller never runs out: each lot is a few hundredths of what is left. */
const LOT_BPS = { from: 200, to: 600 }
const BIDS_EACH = 2

export function demoOrders(
  session: DemoSession,
  { buyers, sellers }: { buyers: number; sellers: number },
): PlannedOrder[] {
  const draw = drawsOf(Number(session.id % 0x7fffffffn))
  const at = () => draw({ from: session.openedAt, to: session.lockAt })
  const lots = Array.from({ length: sellers }, (_, member): PlannedOrder => {
    const price = tick(BigInt(draw(RESERVES)))
    return { side: 'Lot', member, at: at(), price, energy: wh(0n), shareBps: BigInt(draw(LOT_BPS)) }
  })
  const bids = Array.from({ length: buyers * BIDS_EACH }, (_, index): PlannedOrder => {
    const price = tick(BigInt(draw(LIMITS)))
    return { side: 'Bid', member: index % buyers, at: at(), price, energy: wh(BigInt(draw(BID_WH))), shareBps: 0n }
  })
  return [...lots, ...bids].sort((a, b) => a.at - b.at)
}

export function partOf(held: Wh, shareBps: bigint): Wh {
  return wh(mulDivDown(held, shareBps, 10_000n))
}

/** Whole numbers from a range, the same ones for the same seed (mulberry32). */
function drawsOf(seed: number): (range: { from: number; to: number }) => number {
  let state = seed >>> 0
  return ({ from, to }) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, to - from))
  }
}
