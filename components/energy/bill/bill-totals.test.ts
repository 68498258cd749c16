import { describe, expect, it } from 'vitest'
import { registerValues } from '@/lib/domain/metering/register-values'
import { micro, wh } from '@/lib/domain/units/units'
import { totalsOf } from './bill-totals'

const zero = wh(0n)

const bill = (total: bigint) => ({
  contractedWh: wh(100n),
  usedWh: registerValues([wh(60n), wh(45n), zero, zero, zero]),
  total: micro(total),
  penalty: micro(1n),
})

describe('totalsOf', () => {
  it('adds bills up, with all registers of each', () => {
    expect(totalsOf([bill(10n), bill(5n)])).toEqual({ contracted: 200n, used: 210n, total: 15n, penalty: 2n })
  })

  it('is nothing for no bills', () => {
    expect(totalsOf([])).toEqual({ contracted: 0n, used: 0n, total: 0n, penalty: 0n })
  })
})
