import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/payment.json'
import { seededRandom } from '../units/seeded-random'
import { micro } from '../units/units'
import { splitPayment } from './payment'

describe('payment', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const purse = {
      payerIsGrid: given.payerIsGrid === '1',
      payerFree: micro(BigInt(given.payerFree)),
      generatorFree: micro(BigInt(given.generatorFree)),
      deposit: micro(BigInt(given.deposit)),
    }
    const sums = { payment: micro(BigInt(given.payment)), compensation: micro(BigInt(given.compensation)) }
    const split = splitPayment(sums, purse)
    expect(Object.fromEntries(Object.entries(split).map(([name, value]) => [name, String(value)]))).toEqual(out)
  })

  it('P10: the parts are the whole, and nobody gives more than it has', () => {
    const random = seededRandom(88n)
    const money = () => micro(random.pick([0n, random.below(1n << 20n), random.below(1n << 40n)]))
    for (let run = 0; run < 2_000; run++) {
      const sums = { payment: money(), compensation: money() }
      const payerIsGrid = random.pick([true, false])
      const purse = { payerIsGrid, payerFree: money(), generatorFree: money(), deposit: money() }
      const split = splitPayment(sums, purse)
      expect(split.setOff + split.received + split.paymentOwed).toBe(sums.payment)
      expect(split.setOff + split.fromFree + split.fromDeposit + split.compensationOwed).toBe(sums.compensation)
      expect(split.received + (payerIsGrid ? 0n : split.setOff) <= purse.payerFree).toBe(true)
      expect(split.fromFree <= purse.generatorFree && split.fromDeposit <= purse.deposit).toBe(true)
    }
  })
})
