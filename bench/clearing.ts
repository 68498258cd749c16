/**
 * How long it takes to clear a session of a million bids, beside objects that are sorted and matched in the same run. Both must come
 * to the same price and volume. Times are those that one core worked. And what the chain asks for verifying it, for each bid.
 */
import { clear } from '@/lib/domain/surplus/clear'
import type { Book } from '@/lib/domain/surplus/book'
import { drawSession, idOf, objectsOf, type Session } from './clearing/session'
import { sortAndMatch } from './clearing/sort-and-match'
import { verifyResults } from './clearing/verify'
import type { BenchReport, BenchResult } from './result'
import { against, timed } from './timing'

const SIZE = { bids: 1_000_000, lots: 200_000 }
const ROUNDS = { warmUp: 5, measured: 15 }
/** A second each: three are enough, and the ratio has room. */
const PLAIN_ROUNDS = { warmUp: 1, measured: 3 }

/** Limits and reserves from 0 to 2 a kWh. */
const SPREAD = { limits: [0, 2_000], reserves: [0, 2_000] } as const
/** Everyone bids one price, and all of them share. */
const TIED = { limits: [450, 450], reserves: [100, 400] } as const

export async function run(): Promise<BenchReport> {
  const results = [measured('clear-1m', drawSession(SIZE, SPREAD)), measured('clear-1m-tied', drawSession(SIZE, TIED))]
  return { bench: 'clearing', results: [...results.flat(), ...(await verifyResults())] }
}

function measured(name: string, session: Session): BenchResult[] {
  const book: Book = session
  const objects = objectsOf(session)
  requireSame(book, objects)
  const engine = timed(() => clear(book, { lots: idOf, bids: idOf }), ROUNDS)
  const plain = timed(() => sortAndMatch(objects), PLAIN_ROUNDS)
  const beside = `objects, sorted and matched, ${objects.bids.length} bids and ${objects.lots.length} lots:`
  return [
    against(name, engine.median, 'ms', beside, plain.median, engine.median / plain.median),
    against(`${name}-p95`, engine.p95, 'ms', beside, plain.median, engine.p95 / plain.median),
  ]
}

function requireSame(book: Book, objects: ReturnType<typeof objectsOf>): void {
  const { price, volume } = clear(book, { lots: idOf, bids: idOf })
  const plain = sortAndMatch(objects)
  if (Number(price) !== plain.price || Number(volume) !== plain.volume || plain.volume === 0)
    throw new Error(`cleared ${volume} Wh at ${price}, and ${plain.volume} at ${plain.price} by sorting`)
}
