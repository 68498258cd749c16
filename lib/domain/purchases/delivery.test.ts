import { describe, expect, it } from 'vitest'
import { bps, micro, microPerKwh, wh } from '../units/units'
import { deliveryOf } from './delivery'

const terms = {
  agreed: Array.from({ length: 12 }, (_, month) => wh(month === 1 ? 200_000_000n : 100_000_000n)),
  price: microPerKwh(602_000n),
  lower: bps(9_500n),
}
const purse = { payerIsGrid: false, payerFree: micro(10n ** 12n), generatorFree: micro(0n), deposit: micro(10n ** 10n) }
const referencePrice = microPerKwh(651_886n)

describe('delivery', () => {
  it('pays for what was delivered, less the compensation for what was not', () => {
    const month = deliveryOf(terms, { index: 12, delivered: wh(90_000_000n), referencePrice }, purse)
    expect(month).toEqual({
      agreed: 100_000_000n,
      delivered: 90_000_000n,
      short: 5_000_000n,
      referencePrice: 651_886n,
      payment: 54_180_000_000n,
      compensation: 249_430_000n,
      setOff: 249_430_000n,
      received: 53_930_570_000n,
      paymentOwed: 0n,
      fromFree: 0n,
      fromDeposit: 0n,
      compensationOwed: 0n,
    })
  })

  it('measures each month by its own agreed energy', () => {
    const month = deliveryOf(terms, { index: 13, delivered: wh(90_000_000n), referencePrice }, purse)
    expect([month.agreed, month.short]).toEqual([200_000_000n, 100_000_000n])
  })

  it('takes an outage out of the deposit', () => {
    const month = deliveryOf(terms, { index: 0, delivered: wh(0n), referencePrice }, purse)
    expect([month.payment, month.fromDeposit, month.compensationOwed]).toEqual([0n, 4_739_170_000n, 0n])
  })
})
