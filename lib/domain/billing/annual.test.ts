import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/annual.json'
import { seededRandom, type SeededRandom } from '../units/seeded-random'
import { bps, micro, microPerKwh, wh } from '../units/units'
import { trueUp } from './annual'
import { excessCharge } from './deviation'

function randomYear(random: SeededRandom) {
  const used = wh(random.between(1n, 1n << 50n))
  return { contracted: wh(random.below(2n * used)), used, charged: micro(random.below(used)) }
}

function randomClause(random: SeededRandom) {
  return {
    lower: bps(random.between(0n, 10_000n)),
    upper: bps(random.between(10_000n, 20_000n)),
    excess: bps(random.between(0n, 30_000n)),
    shortfall: microPerKwh(random.below(1n << 32n)),
  }
}

describe('annual true-up', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const year = {
      contracted: wh(BigInt(given.contractedWh)),
      used: wh(BigInt(given.usedWh)),
      charged: micro(BigInt(given.charged)),
    }
    const clause = {
      lower: bps(BigInt(given.lowerBps)),
      upper: bps(BigInt(given.upperBps)),
      excess: bps(BigInt(given.excessBps)),
      shortfall: microPerKwh(BigInt(given.shortfallMicroPerKwh)),
    }
    const { excess, shortfall, amount } = trueUp(year, clause, microPerKwh(BigInt(given.referenceMicroPerKwh)))
    expect({ excessWh: String(excess), shortfallWh: String(shortfall), amount: String(amount) }).toEqual(out)
  })

  it('never charges more for excess than its all-in price, and less the more was charged', () => {
    const random = seededRandom(13n)
    for (let run = 0; run < 2_000; run++) {
      const [year, clause] = [randomYear(random), randomClause(random)]
      const price = microPerKwh(random.below(1n << 32n))
      const { excess, shortfall, amount } = trueUp(year, clause, price)
      const free = trueUp({ ...year, charged: micro(0n) }, clause, price)
      expect(excess === 0n || shortfall === 0n).toBe(true)
      if (excess > 0n) expect(free.amount).toBe(excessCharge(excess, price, clause.excess))
      expect(amount <= free.amount).toBe(true)
    }
  })

  it('leaves excess energy at its all-in price, to the unit of dust', () => {
    const random = seededRandom(14n)
    for (let run = 0; run < 2_000; run++) {
      const [year, clause] = [randomYear(random), randomClause(random)]
      const price = microPerKwh(random.below(1n << 32n))
      const { excess, amount } = trueUp(year, clause, price)
      if (excess === 0n || amount === 0n) continue
      const share = (year.charged * excess) / year.used
      const allIn = excessCharge(excess, price, clause.excess)
      expect([allIn - 1n, allIn]).toContain(share + amount)
    }
  })
})
