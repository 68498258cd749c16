import { describe, expect, it } from 'vitest'
import { wh } from '../units/units'
import { unusedContracted } from './unused'

const traded = (listed: bigint, sold: bigint, bought: bigint) => ({
  ...{ listed: wh(listed), sold: wh(sold), bought: wh(bought), wanted: wh(0n) },
})

describe('unusedContracted', () => {
  it.each([
    ['what is left of 300 kWh if 240 are used', 300n, traded(0n, 0n, 0n), 240n, 60n],
    ['less what is listed and sold: 300 − 10 − 20 − 240', 300n, traded(10n, 20n, 0n), 240n, 30n],
    ['and what was bought on top: 300 + 15 − 240', 300n, traded(0n, 0n, 15n), 240n, 75n],
    ['never more than the contracted energy itself: 300 − 5 can be listed', 300n, traded(5n, 0n, 200n), 10n, 295n],
    ['nothing if all of it will be used', 300n, traded(0n, 0n, 0n), 300n, 0n],
    ['nothing if more will be used', 300n, traded(0n, 100n, 0n), 240n, 0n],
  ])('%s', (_, contracted, before, likely, unused) => {
    expect(unusedContracted(wh(contracted), before, wh(likely))).toBe(unused)
  })
})
