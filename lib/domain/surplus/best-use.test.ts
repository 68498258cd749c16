import { describe, expect, it } from 'vitest'
import { bps, microPerKwh, wh } from '../units/units'
import { afterStorage, usesOf } from './best-use'
import { tick } from './tick'

const rows = (...given: Parameters<typeof usesOf>) => usesOf(...given).map(({ use, money }) => `${use} ${money}`)

describe('usesOf', () => {
  it('puts the use that brings the most first, with what each brings', () => {
    // 12.345 kWh: sold at 0.31, returned at 0.08, charged instead of paying 0.35, stored at 85 % for 0.40 later.
    const uses = usesOf(wh(12_345n), {
      sell: tick(310n),
      return: microPerKwh(80_000n),
      redeem: microPerKwh(350_000n),
      store: { efficiency: bps(8_500n), later: tick(400n) },
    })
    expect(uses).toEqual([
      { use: 'redeem', energy: 12_345n, money: 4_320_750n },
      // 10,493.25 Wh come out.
      { use: 'store', energy: 10_493n, money: 4_197_200n },
      { use: 'sell', energy: 12_345n, money: 3_826_950n },
      { use: 'return', energy: 12_345n, money: 987_600n },
    ])
  })

  it('leaves out what is not possible', () => {
    expect(rows(wh(1_000n), {})).toEqual([])
    expect(rows(wh(1_000n), { return: microPerKwh(1n) })).toEqual(['return 1'])
  })

  it('prefers the surer of two that bring the same', () => {
    const same = { sell: tick(80n), return: microPerKwh(80_000n), redeem: microPerKwh(80_000n) }
    const stored = { efficiency: bps(10_000n), later: tick(80n) }
    const order = ['return 8000', 'sell 8000', 'redeem 8000', 'store 8000']
    expect(rows(wh(100n), { store: stored, ...same })).toEqual(order)
  })

  it('promises nothing that rounding would make up', () => {
    expect(rows(wh(999n), { return: microPerKwh(1n), store: { efficiency: bps(10n), later: tick(500n) } })).toEqual([
      'return 0',
      'store 0',
    ])
  })

  it('lets a free kWh out of a storage without loss, and no Wh too many', () => {
    const kept = [0n, 1n, 9_999n, 10_000n].map((efficiency) => afterStorage(wh(1_000n), bps(efficiency)))
    expect(kept).toEqual([0n, 0n, 999n, 1_000n])
  })
})
