import { describe, expect, it } from 'vitest'
import { microPerKwh, wh } from '../units/units'
import { costAt, limitTick, MAX_ORDER_WH, MAX_TICK, orderWh, pricePerKwh, reserveTick, tick } from './tick'

describe('tick', () => {
  it('takes prices that fit the chain, and says what does not', () => {
    expect([tick(0n), tick(16_777_215n), MAX_TICK]).toEqual([0n, 16_777_215n, 16_777_215n])
    expect(() => tick(-1n)).toThrow('-1 is no price: ticks are 0 to 16777215')
    expect(() => tick(16_777_216n)).toThrow('16777216 is no price')
  })

  it('takes energies of one order from a Wh to a terawatt-hour', () => {
    expect([orderWh(1n), orderWh(1_099_511_627_775n)]).toEqual([1n, MAX_ORDER_WH])
    expect(() => orderWh(0n)).toThrow('a lot or bid holds 1 to 1099511627775 Wh, not 0')
    expect(() => orderWh(1_099_511_627_776n)).toThrow('not 1099511627776')
  })

  it('costs whole Micro: 1.234 kWh at 0.456 a kWh are 0.562704', () => {
    expect(costAt(wh(1_234n), tick(456n))).toBe(562_704n)
    expect(costAt(orderWh(MAX_ORDER_WH), tick(MAX_TICK))).toBe(18_446_742_974_181_146_625n)
  })

  it('rounds a limit down and a reserve up, so that nobody trades worse than they said', () => {
    const prices = [0n, 1n, 999n, 1_000n, 1_001n, 456_000n, 456_999n].map(microPerKwh)
    expect(prices.map(limitTick)).toEqual([0n, 0n, 0n, 1n, 1n, 456n, 456n])
    expect(prices.map(reserveTick)).toEqual([0n, 1n, 1n, 1n, 2n, 456n, 457n])
    expect(pricePerKwh(tick(456n))).toBe(456_000n)
  })
})
