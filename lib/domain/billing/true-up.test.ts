import { describe, expect, it } from 'vitest'
import { sampleOffer } from '../offers/offer.sample'
import { microPerKwh, wh } from '../units/units'
import { trueUp } from './true-up'

const table = { agencyPrice: microPerKwh(651_886n), cataloguePrice: microPerKwh(660_000n), components: [] }
/** A year of 1,000 kWh contracted and everything charged at 0.4 a kWh. */
const close = (usedWh: bigint, price = 400n, offer = sampleOffer()) =>
  trueUp(offer, table, { contracted: wh(1_000_000n), used: wh(usedWh), charged: usedWh * price })

describe('trueUp', () => {
  it.each([950_000n, 1_000_000n, 1_050_000n])('writes no line for %i Wh, inside the band', (used) => {
    expect(close(used)).toBeNull()
  })

  it('reprices the excess from what was charged to the excess price', () => {
    // 50 kWh × 0.7170746 less 50 kWh × 0.4.
    expect(close(1_100_000n)).toMatchObject({ kind: 'Excess', payee: 'Seller', quantity: 50_000n, amount: 15_853_730n })
  })

  it('rounds once, towards zero', () => {
    // 1 Wh: 717.0746 − 400 = 317.0746 Micro.
    expect(close(1_050_001n)).toMatchObject({ quantity: 1n, amount: 317n })
    // 717.0746 − 800 = −82.9254 Micro.
    expect(close(1_050_001n, 800n)).toMatchObject({ quantity: 1n, amount: -82n })
  })

  it('charges the penalty on the shortfall of the year', () => {
    expect(close(949_999n)).toMatchObject({ kind: 'ShortfallPenalty', quantity: 1n, amount: 20n })
    expect(close(0n)).toMatchObject({ kind: 'ShortfallPenalty', quantity: 950_000n, amount: 19_000_000n })
  })

  it('pays whom the settlement model or the clause names', () => {
    expect(close(2_000_000n, 400n, sampleOffer({ model: 'Integrated' }))?.payee).toBe('Grid')
    const clause = { shortfallPayee: '0x00000000000000000000000000000000000000e1' } as const
    expect(close(0n, 400n, sampleOffer({ deviation: clause }))?.payee).toBe('ShortfallPayee')
  })
})
