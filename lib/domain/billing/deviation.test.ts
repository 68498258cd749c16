import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/deviation.json'
import { seededRandom } from '../units/seeded-random'
import { bps, microPerKwh, nano, wh } from '../units/units'
import { chargeAt, directCharge, excessCharge, split } from './deviation'

describe('deviation', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const used = wh(BigInt(given.usedWh))
    const clause = { lower: bps(BigInt(given.lowerBps)), upper: bps(BigInt(given.upperBps)) }
    const { upper, lower, direct, excess, shortfall } = split(wh(BigInt(given.contractedWh)), used, clause)
    const reference = microPerKwh(BigInt(given.referenceMicroPerKwh))
    const results = {
      upperWh: upper,
      lowerWh: lower,
      directWh: direct,
      excessWh: excess,
      shortfallWh: shortfall,
      energyCharge: directCharge(nano(used * BigInt(given.microPerKwh)), direct, used),
      excessCharge: excessCharge(excess, reference, bps(BigInt(given.excessBps))),
      shortfallPenalty: chargeAt(shortfall, microPerKwh(BigInt(given.shortfallMicroPerKwh))),
    }
    expect(Object.fromEntries(Object.entries(results).map(([name, value]) => [name, String(value)]))).toEqual(out)
  })

  it('splits used energy without losing any, and never both exceeds and falls short', () => {
    const random = seededRandom(20_26n)
    for (let run = 0; run < 2_000; run++) {
      const contracted = wh(random.below(1n << random.between(0n, 60n)))
      const used = wh(random.below(1n << random.between(0n, 60n)))
      const clause = { lower: bps(random.between(0n, 10_000n)), upper: bps(random.between(10_000n, 20_000n)) }
      const { upper, lower, direct, excess, shortfall } = split(contracted, used, clause)
      expect(direct + excess).toBe(used)
      expect(lower <= contracted && contracted <= upper).toBe(true)
      expect(excess === 0n || shortfall === 0n).toBe(true)
      expect(direct <= upper).toBe(true)
      expect(shortfall === 0n || used + shortfall === lower).toBe(true)
    }
  })

  it('charges all of a cost when all energy is direct, and at most its share otherwise', () => {
    const random = seededRandom(7n)
    for (let run = 0; run < 2_000; run++) {
      const used = wh(random.between(1n, 1n << 50n))
      const direct = wh(random.between(0n, used))
      const cost = nano(used * random.below(1n << 32n))
      const charge = directCharge(cost, direct, used)
      expect(charge * used * 1_000n <= cost * direct).toBe(true)
      expect((charge + 1n) * used * 1_000n > cost * direct).toBe(true)
      expect(directCharge(cost, used, used)).toBe(cost / 1_000n)
    }
  })
})
