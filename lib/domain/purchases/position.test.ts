import { describe, expect, it } from 'vitest'
import { micro, microPerKwh, wh } from '../units/units'
import { positionOf } from './position'

const month = (sold: bigint, bought: bigint, paid: bigint, reference = 650_000n) =>
  positionOf({ sold: wh(sold), bought: wh(bought), paid: micro(paid), referencePrice: microPerKwh(reference) })

describe('position', () => {
  it('costs nothing when exactly what was sold was bought', () => {
    expect(month(1_000n, 1_000n, 600_000n)).toEqual({ missing: 0n, left: 0n, cost: 0n })
    expect(month(0n, 0n, 0n)).toEqual({ missing: 0n, left: 0n, cost: 0n })
  })

  it('prices missing energy at what the reference price is above the average paid', () => {
    expect(month(1_200n, 1_000n, 600_000n)).toEqual({ missing: 200n, left: 0n, cost: 10_000n })
    expect(month(1_001n, 1_000n, 600_000n)).toEqual({ missing: 1n, left: 0n, cost: 50n })
  })

  it('never earns by missing energy when the reference price is the lower one', () => {
    expect(month(1_200n, 1_000n, 600_000n, 600_000n).cost).toBe(0n)
    expect(month(1_200n, 1_000n, 600_000n, 599_999n).cost).toBe(0n)
    expect(month(2_000n, 1_000n, 600_000n, 600_001n).cost).toBe(1n)
  })

  it('prices all of it at the reference price when nothing was bought', () => {
    expect(month(2_000n, 0n, 0n)).toEqual({ missing: 2_000n, left: 0n, cost: 1_300_000n })
  })

  it('counts what was paid for and not sold', () => {
    expect(month(900n, 1_000n, 600_000n)).toEqual({ missing: 0n, left: 100n, cost: 60_000n })
    expect(month(0n, 1_000n, 600_000n)).toEqual({ missing: 0n, left: 1_000n, cost: 600_000n })
    expect(month(999n, 1_000n, 999n).cost).toBe(0n)
  })
})
