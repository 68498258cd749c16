import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/compensation.json'
import { seededRandom } from '../units/seeded-random'
import { bps, microPerKwh, wh } from '../units/units'
import { compensation } from './compensation'

describe('compensation', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const { short, amount } = compensation({
      agreed: wh(BigInt(given.agreedWh)),
      delivered: wh(BigInt(given.deliveredWh)),
      lower: bps(BigInt(given.lowerBps)),
      referencePrice: microPerKwh(BigInt(given.referenceMicroPerKwh)),
      directPrice: microPerKwh(BigInt(given.directMicroPerKwh)),
    })
    expect({ shortWh: String(short), compensation: String(amount) }).toEqual(out)
  })

  it('never falls as less is delivered, and is nothing from the edge on', () => {
    const random = seededRandom(8n)
    for (let run = 0; run < 1_000; run++) {
      const agreed = wh(random.below(1n << 50n))
      const lower = bps(random.between(0n, 10_000n))
      const [referencePrice, directPrice] = [random.below(1n << 30n), random.below(1n << 30n)].map(microPerKwh)
      const edge = (agreed * lower) / 10_000n
      const delivered = random.below(edge + 2n)
      const due = (energy: bigint) =>
        compensation({
          agreed,
          delivered: wh(energy),
          lower,
          referencePrice: referencePrice!,
          directPrice: directPrice!,
        })
      expect(due(delivered).amount >= due(delivered + 1n).amount).toBe(true)
      expect(due(edge)).toEqual({ short: 0n, amount: 0n })
    }
  })
})
