/**
 * The signature of a recorded read and the key it was checked with, as the transaction carried them to the registry. Only calls of
 * the market's own contracts are read: they hand on what they are given, and the registry compares the key with the one it knows.
 * Light, and safe for the client.
 */
import { size, slice } from 'viem'
import type { Read } from '@/lib/domain/metering/read'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import type { SentCall } from './closing-signature'
import { readToWords } from './metering'

/** The contracts through which a read can come to the registry. */
export interface ReadCarriers {
  meterRegistry: Address
  revisions: Address
  settlement: Address
  purchaseBook: Address
}

export interface CarriedSignature {
  /** The meter's key, dial and capacity in one word: see MeterFactsLib. */
  facts: bigint
  /** With the key in front of it, if that is not an account. */
  signature: Hex
}

/** Where a call carries a read: the start of the arguments or the struct, and words from there. */
interface Place {
  base: number
  facts: number
  read: number
  root: number
  signature: number
}

const WORD = 32
const SELECTOR_BYTES = 4
/** A batch of settlements is far shorter; a node may send anything. */
const MOST_ITEMS = 10_000

const ARGUMENTS = { base: 0, facts: 1, read: 4, root: 6, signature: 7 }
/** SettlementItem: seven words of terms before the facts. */
const ITEM = { facts: 7, read: 10, root: 12, signature: 16 }
/** MeterAdvance. */
const ADVANCE = { facts: 0, read: 3, root: 5, signature: 6 }
/** Word of the advances among the arguments of PurchaseBook.settle: behind a table and thirty-seven words of terms. */
const ADVANCES_AT = 38

/** By contract and selector. The selectors are those of the ABI: a test compares them. */
export const CARRYING_CALLS: Record<keyof ReadCarriers, Record<Hex, (args: Hex) => Place[]>> = {
  settlement: {
    '0x96eb8aee': () => [ARGUMENTS],
    '0x773a2899': (args) => listAt(args, 2).map((base) => ({ base, ...ITEM })),
    '0xcc0746df': (args) => [{ base: numberAt(args, 2 * WORD), ...ITEM }],
  },
  purchaseBook: {
    '0x96eb8aee': () => [ARGUMENTS],
    '0x8f9eeb94': (args) => listAt(args, ADVANCES_AT).map((base) => ({ base, ...ADVANCE })),
  },
  revisions: { '0x93ce5fd2': () => [{ base: 0, facts: 1, read: 6, root: 8, signature: 9 }] },
  meterRegistry: { '0xc75d31ac': (args) => [closingOf(numberAt(args, 4 * WORD))] },
}

/** Null where it cannot be seen: another contract made the call, or it is not laid out as the market's contracts expect. */
export function carriedSignature(
  { to, input }: SentCall,
  carriers: ReadCarriers,
  { intervalRoot, ...read }: Read,
): CarriedSignature | null {
  if (to === null || size(input) <= SELECTOR_BYTES) return null
  const [by] = (Object.keys(CARRYING_CALLS) as (keyof ReadCarriers)[]).filter((name) => sameHex(carriers[name], to))
  const placesOf = by && CARRYING_CALLS[by][slice(input, 0, SELECTOR_BYTES)]
  if (!placesOf) return null
  const { dials, rest } = readToWords({ ...read, intervalRoot })
  const args = slice(input, SELECTOR_BYTES)
  try {
    const word = ({ base }: Place, index: number) => BigInt(slice(args, base + index * WORD, base + (index + 1) * WORD))
    const place = placesOf(args).find(
      (at) =>
        word(at, at.read) === dials && word(at, at.read + 1) === rest && word(at, at.root) === BigInt(intervalRoot),
    )
    if (!place) return null
    const from = place.base + numberAt(args, place.base + place.signature * WORD)
    const signature = slice(args, from + WORD, from + WORD + numberAt(args, from), { strict: true })
    return { facts: word(place, place.facts), signature }
  } catch {
    // What is cut off or points outside itself is laid out otherwise.
    return null
  }
}

/** The facts stand among the arguments, before the closing read: as many words back as it begins behind them. */
function closingOf(base: number): Place {
  return { base, facts: 1 - base / WORD, read: 0, root: 2, signature: 3 }
}

/** Where each struct of a list begins. @param at The word of the list among the arguments. */
function listAt(args: Hex, at: number): number[] {
  const list = numberAt(args, at * WORD)
  const count = numberAt(args, list)
  if (count > MOST_ITEMS) return []
  return Array.from({ length: count }, (_, index) => list + WORD + numberAt(args, list + (index + 1) * WORD))
}

function numberAt(bytes: Hex, from: number): number {
  return Number(BigInt(slice(bytes, from, from + WORD, { strict: true })))
}
