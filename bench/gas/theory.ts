// What a floor's work must cost at the least: its opcodes that cannot go and its calldata, summed by hand (README.md says why
// each is there). A floor below its theory would be a mistake in the measurement.

/** Gas of single things, by the Osaka fork's schedule. */
const BASE = 21_000n
const RECOVER = 3_000n
/** A word of storage, never touched before in the transaction: zero to something, something to something else, only read. */
const NEW_WORD = 22_100n
const REWRITTEN_WORD = 5_000n
const READ_WORD = 2_100n

interface Work {
  signatures?: bigint
  newWords?: bigint
  rewritten?: bigint
  read?: bigint
  /** Each by its topics, of which the first is its name, and the words it carries. */
  events?: readonly { topics: bigint; words: bigint }[]
  /** Words that go through the hash function. */
  hashed?: bigint
}

function costOf({ signatures = 0n, newWords = 0n, rewritten = 0n, read = 0n, events = [], hashed = 0n }: Work): bigint {
  const logs = events.reduce((sum, { topics, words }) => sum + 375n * (1n + topics) + 8n * 32n * words, 0n)
  const storage = newWords * NEW_WORD + rewritten * REWRITTEN_WORD + read * READ_WORD
  return signatures * RECOVER + storage + logs + hashed * 6n
}

/** @param calldata gas of the transaction's calldata. */
export function signTheory(calldata: bigint): bigint {
  // Nonce, agreement and meter → agreement are new; the account changes; offer and holder are read.
  const work = {
    signatures: 1n,
    newWords: 3n,
    rewritten: 1n,
    read: 2n,
    events: [{ topics: 3n, words: 19n }],
    hashed: 40n,
  }
  return BASE + calldata + costOf(work)
}

/** Of one item: its share of a transaction that settles `items`. */
export function settleTheory(calldata: bigint, items: bigint): bigint {
  // Agreement, meter and account change; three payees once in the batch.
  const item = { signatures: 1n, rewritten: 3n, events: [{ topics: 2n, words: 7n }], hashed: 60n }
  return (BASE + calldata + 3n * REWRITTEN_WORD) / items + costOf(item)
}

export function switchTheory(calldata: bigint): bigint {
  // A read and a consent; the new agreement is a new word; old agreement, meter → agreement, nonce, meter, account and three
  // payees change; offer and holder are read; one event for the bill and one for the new agreement.
  const work = {
    signatures: 2n,
    newWords: 1n,
    rewritten: 8n,
    read: 2n,
    events: [
      { topics: 2n, words: 7n },
      { topics: 3n, words: 19n },
    ],
    hashed: 100n,
  }
  return BASE + calldata + costOf(work)
}

/** A table's hash is a new word, and its contents an event of as many words as the calldata. */
export function publishTheory(calldata: bigint, words: bigint): bigint {
  return BASE + calldata + costOf({ newWords: 1n, events: [{ topics: 2n, words }], hashed: words })
}
