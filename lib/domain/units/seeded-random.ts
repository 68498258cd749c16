/** Numbers that look random and are the same in every run, for property tests and simulated data. Not for keys or salts. */
export interface SeededRandom {
  /** A natural number smaller than `limit`. */
  below(limit: bigint): bigint
  /** A natural number of `from` to `to`, both included. */
  between(from: bigint, to: bigint): bigint
  pick<T>(values: readonly T[]): T
}

const WORD = 32n
const WORD_MASK = (1n << 64n) - 1n

/** SplitMix64 (Steele, Lea, Flood 2014): one addition and two multiplications a word. */
export function seededRandom(seed: bigint): SeededRandom {
  let state = seed & WORD_MASK
  function word(): bigint {
    state = (state + 0x9e3779b97f4a7c15n) & WORD_MASK
    let mixed = state
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & WORD_MASK
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & WORD_MASK
    return (mixed ^ (mixed >> 31n)) >> WORD
  }
  function below(limit: bigint): bigint {
    if (limit <= 0n) throw new RangeError('nothing is below zero')
    let drawn = 0n
    // One word more than the limit is wide: the bias of the remainder is below 2⁻³².
    for (let reach = 1n; reach < limit << WORD; reach <<= WORD) drawn = (drawn << WORD) | word()
    return drawn % limit
  }
  return {
    below,
    between: (from, to) => from + below(to - from + 1n),
    pick(values) {
      const value = values[Number(below(BigInt(values.length)))]
      if (value === undefined) throw new RangeError('nothing to pick from')
      return value
    },
  }
}
