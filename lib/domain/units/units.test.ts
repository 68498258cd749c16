import { describe, expect, it } from 'vitest'
import { codeOf, nameOf } from './codes'
import { sameHex } from './hex'
import { seededRandom } from './seeded-random'
import { bps, divDown, factor, micro, microPerKw, microPerKwh, mulDivDown, mulDivUp, nano, watt, wh } from './units'

describe('units', () => {
  it.each([
    ['wh', wh, 64n],
    ['watt', watt, 64n],
    ['microPerKwh', microPerKwh, 64n],
    ['micro', micro, 128n],
    ['nano', nano, 256n],
    ['bps', bps, 16n],
    ['factor', factor, 32n],
    ['microPerKw', microPerKw, 64n],
  ] as const)('%s takes what fits on chain and nothing else', (_, unit, bits) => {
    expect(unit(0n)).toBe(0n)
    expect(unit((1n << bits) - 1n)).toBe((1n << bits) - 1n)
    expect(() => unit(-1n)).toThrow(RangeError)
    expect(() => unit(1n << bits)).toThrow(RangeError)
  })

  it('rounds in the direction of the name', () => {
    expect([mulDivDown(7n, 3n, 10n), mulDivUp(7n, 3n, 10n)]).toEqual([2n, 3n])
    expect([mulDivDown(5n, 4n, 10n), mulDivUp(5n, 4n, 10n)]).toEqual([2n, 2n])
    expect([mulDivDown(0n, 4n, 10n), mulDivUp(0n, 4n, 10n)]).toEqual([0n, 0n])
  })

  it('rounds toward minus infinity on both sides of zero', () => {
    const quotients = [-11n, -10n, -9n, -1n, 0n, 1n, 9n, 10n, 11n].map((value) => divDown(value, 10n))
    expect(quotients).toEqual([-2n, -1n, -1n, -1n, 0n, 0n, 0n, 1n, 1n])
  })

  it('knows an enum by name and by code', () => {
    const names = ['a', 'b'] as const
    expect(names.map((name) => nameOf(names, codeOf(names, name)))).toEqual(['a', 'b'])
    expect(nameOf(names, 1n)).toBe('b')
    expect(() => nameOf(names, 2)).toThrow(RangeError)
  })

  it('takes an account for the same in any case', () => {
    expect(sameHex('0xAb', '0xaB')).toBe(true)
    expect(sameHex('0xab', '0xac')).toBe(false)
  })
})

describe('seededRandom', () => {
  it('gives the same numbers for the same seed', () => {
    const draw = (seed: bigint) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.below(1n << 100n)
        )(seededRandom(seed)),
      )
    expect(draw(7n)).toEqual(draw(7n))
    expect(draw(7n)).not.toEqual(draw(8n))
  })

  it('stays in its bounds and reaches both', () => {
    const random = seededRandom(1n)
    const drawn = new Set(Array.from({ length: 200 }, () => random.between(3n, 6n)))
    expect([...drawn].sort()).toEqual([3n, 4n, 5n, 6n])
  })
})
