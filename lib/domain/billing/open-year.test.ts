import { expect, it } from 'vitest'
import { registerValues } from '../metering/register-values'
import { micro, wh } from '../units/units'
import { openYear } from './open-year'

const month = (start: number, kwh: bigint) => ({
  start,
  contractedWh: wh(kwh * 2_000n),
  usedWh: registerValues([0n, 0n, kwh * 1_000n, 0n, 0n].map(wh)),
  total: micro(kwh * 5n),
})

it('adds up the billed months of the contract year', () => {
  const bills = [month(400, 7n), month(300, 5n), month(200, 3n)]
  expect(openYear(bills, { from: 300, until: 500 })).toEqual({ contracted: 24_000n, used: 12_000n, charged: 60n })
})

it('takes no month of the year before for one whose bill is still to come', () => {
  expect(openYear([month(200, 3n), month(100, 2n)], { from: 300, until: 400 })).toEqual({
    contracted: 0n,
    used: 0n,
    charged: 0n,
  })
})
