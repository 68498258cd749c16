import { describe, expect, it } from 'vitest'
import { bps } from '@/lib/domain/units/units'
import { readWish, type InstructionWish } from './instruction-wish'

const offers = [{ id: 3, efficiency: bps(9_000n) }]
const wish: InstructionWish = { first: 'Sell', rest: 'Return', reserve: '0.4005', feedIn: '0.35', storageId: 3 }

describe('a standing instruction as it is typed', () => {
  it('sells, and gives back what is left', () => {
    // 0.4005 a kWh is between 400 and 401 ticks: the seller never gets less than it said.
    expect(readWish(wish, offers)).toEqual({
      ok: true,
      terms: { first: 'Sell', rest: 'Return', reserve: 401n, feedIn: 350_000n, storageId: 0, efficiency: 0n },
    })
  })

  it('leaves at zero what it does not use, as the contract wants it', () => {
    expect(readWish({ ...wish, rest: 'Keep', feedIn: 'nothing' }, offers)).toMatchObject({ terms: { feedIn: 0n } })
    expect(readWish({ ...wish, first: 'Store', reserve: 'nothing' }, offers)).toEqual({
      ok: true,
      terms: { first: 'Store', rest: 'Return', reserve: 0n, feedIn: 350_000n, storageId: 3, efficiency: 9_000n },
    })
    expect(readWish({ ...wish, first: 'Return', reserve: 'nothing' }, offers)).toEqual({
      ok: true,
      terms: { first: 'Return', rest: 'Keep', reserve: 0n, feedIn: 350_000n, storageId: 0, efficiency: 0n },
    })
  })

  it('says which field is wrong', () => {
    expect(readWish({ ...wish, reserve: '' }, offers)).toEqual({ ok: false, fault: 'reserve' })
    expect(readWish({ ...wish, reserve: '16777.216' }, offers)).toEqual({ ok: false, fault: 'reserve' })
    expect(readWish({ ...wish, feedIn: '-1' }, offers)).toEqual({ ok: false, fault: 'feedIn' })
    expect(readWish({ ...wish, first: 'Store', storageId: 4 }, offers)).toEqual({ ok: false, fault: 'storage' })
  })
})
