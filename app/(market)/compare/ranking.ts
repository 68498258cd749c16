/** Which of the compared offers are shown, in which order, and the one scale that all their bars are drawn on. */
import type { Micro } from '@/lib/domain/units/units'
import type { ComparedRow } from './worker/protocol'
import type { Sort, Wishes } from './wishes'

export type PricedRow = ComparedRow & { cost: NonNullable<ComparedRow['cost']> }

export interface Ranking {
  /** Those that can be taken and are wished for. */
  shown: PricedRow[]
  /** Can be taken, but a filter hides them. */
  hidden: number
  /** For the same customer class, but not to be had: each says why. */
  apart: ComparedRow[]
  /** What the dearest and the cheapest of all that can be taken are drawn between. */
  scale: { from: Micro; to: Micro } | null
}

export function ranking(rows: readonly ComparedRow[], wishes: Wishes): Ranking {
  const inReach = rows.filter((row) => !isOfOthers(row))
  const open = inReach.filter(isOpen)
  const shown = open.filter((row) => isWished(row, wishes)).sort(byWish(wishes.sort))
  return {
    shown,
    hidden: open.length - shown.length,
    apart: inReach.filter((row) => !isOpen(row)),
    scale: scaleOf(open),
  }
}

/** Nobody needs to be told that an offer for businesses is not for their home. */
function isOfOthers({ cost }: ComparedRow): boolean {
  return cost?.obstacles.some((one) => one.name === 'OfferOutOfReach' && one.part === 'customerClass') ?? false
}

function isOpen(row: ComparedRow): row is PricedRow {
  return row.cost !== null && row.cost.obstacles.length === 0
}

const PERCENT_BPS = 100n

function isWished({ cost, formula, retailer }: PricedRow, { green, kinds, noExitFee, retailer: by }: Wishes): boolean {
  return (
    cost.greenShare >= BigInt(green) * PERCENT_BPS &&
    (kinds.length === 0 || kinds.includes(formula)) &&
    (!noExitFee || cost.exitFee === 0n) &&
    (by === null || retailer.toLowerCase() === by.toLowerCase())
  )
}

/** What is equal is in the order of cost, and then of names: the same link shows the same order. */
function byWish(sort: Sort): (a: PricedRow, b: PricedRow) => number {
  const cheaper = (a: PricedRow, b: PricedRow) => compared(a.cost.likely, b.cost.likely) || compared(a.id, b.id)
  const by: Record<Sort, (a: PricedRow, b: PricedRow) => number> = {
    likely: () => 0,
    high: (a, b) => compared(a.cost.high, b.cost.high),
    green: (a, b) => compared(b.cost.greenShare, a.cost.greenShare),
    exit: (a, b) => compared(a.cost.exitFee, b.cost.exitFee),
    name: (a, b) => compared(a.name, b.name),
  }
  return (a, b) => by[sort](a, b) || cheaper(a, b)
}

/** The one that is likely to cost least, and the one after it; whatever the list is sorted by. */
export const twoCheapest = (rows: readonly PricedRow[]): PricedRow[] => [...rows].sort(byWish('likely')).slice(0, 2)

function compared<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function scaleOf(rows: readonly PricedRow[]): Ranking['scale'] {
  if (rows.length === 0) return null
  const [first] = rows
  let [from, to] = [first?.cost.low ?? 0n, first?.cost.high ?? 0n]
  for (const { cost } of rows) {
    if (cost.low < from) from = cost.low
    if (cost.high > to) to = cost.high
  }
  // A little room on both sides, so that no bar ends at the edge.
  const room = (to - from) / 20n || 1n
  return { from: (from > room ? from - room : 0n) as Micro, to: (to + room) as Micro }
}

/** How far along the scale an amount lies, in percent of it. */
export function placeOn({ from, to }: { from: Micro; to: Micro }, amount: Micro): number {
  return Number(((amount - from) * 10_000n) / (to - from)) / 100
}

/** Offers that a link names by the first digits of their id. */
export function chosenIn(rows: readonly ComparedRow[], beginnings: readonly string[]): ComparedRow['id'][] {
  return beginnings.flatMap((beginning) => rows.find(({ id }) => id.startsWith(beginning))?.id ?? [])
}
