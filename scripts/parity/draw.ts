// Random inputs of every kind that finds something: any value, the ends of a width, powers of two and their neighbours,
// values as they occur, and values beside another one.
import { seededRandom, type SeededRandom } from '@/lib/domain/units/seeded-random'

export interface Draw extends SeededRandom {
  /** A natural number of so many bits. @param usual About the largest that occurs in practice. */
  uint(bits: number, usual: bigint): bigint
  /** The same below zero too. */
  int(bits: number, usual: bigint): bigint
  /** At most `most`. */
  upTo(most: bigint, usual?: bigint): bigint
  /** A value itself, or one beside it, within so many bits. */
  beside(value: bigint, bits: number): bigint
  chance(oneIn: number): boolean
}

export function drawFrom(seed: bigint): Draw {
  const random = seededRandom(seed)
  const chance = (oneIn: number) => random.below(BigInt(oneIn)) === 0n
  function upTo(most: bigint, usual = most): bigint {
    switch (Number(random.below(8n))) {
      case 0:
        return random.below(most + 1n)
      case 1:
        return least(random.below(3n), most)
      case 2:
        return most - least(random.below(3n), most)
      case 3: {
        const power = 1n << random.below(BigInt(most.toString(2).length))
        return least(power - 1n + random.below(3n), most)
      }
      default:
        return random.below(least(usual, most) + 1n)
    }
  }
  const uint = (bits: number, usual: bigint) => upTo((1n << BigInt(bits)) - 1n, usual)
  return {
    ...random,
    chance,
    upTo,
    uint,
    int(bits, usual) {
      const magnitude = uint(bits - 1, usual)
      // The lowest is one further from zero than the highest.
      return chance(3) ? -magnitude - (chance(2) ? 1n : 0n) : magnitude
    },
    beside(value, bits) {
      const moved = value - 1n + random.below(3n)
      const most = (1n << BigInt(bits)) - 1n
      return moved < 0n ? 0n : least(moved, most)
    },
  }
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

/** What occurs: a large factory's month, a dear kWh, and so on. */
export const USUAL = {
  wh: 200_000_000n,
  price: 1_200_000n,
  watt: 1_000_000n,
  bps: 12_000n,
  nano: 200_000_000n * 1_200_000n,
  micro: 1_000_000_000_000n,
}
