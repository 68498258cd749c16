import { describe, expect, it } from 'vitest'
import type { Hex } from '@/lib/domain/units/hex'
import { rootFrom } from './coding/day-leaf'
import { intervalRoot, proveLeaf } from './interval-tree'
import made from './samples/day-proofs.json'

const leaves = made.days.map(({ leaf }) => leaf as Hex)

describe('intervalRoot', () => {
  it('is the root computed in another language', () => expect(intervalRoot(leaves)).toBe(made.root))

  it('does not depend on the order of the days', () => {
    expect(intervalRoot([...leaves].reverse())).toBe(made.root)
  })

  it('is zero without days', () => expect(BigInt(intervalRoot([]))).toBe(0n))
})

describe('proveLeaf', () => {
  it.each(made.days)('proves $day as computed in another language', ({ leaf, proof }) => {
    expect(proveLeaf(leaves, leaf as Hex)).toEqual(proof)
  })

  it.each([1, 2, 28, 31])('proves each of %i days', (count) => {
    const many = Array.from({ length: count }, (_, index): Hex => `0x${(index + 1).toString(16).padStart(64, '0')}`)
    const root = intervalRoot(many)
    for (const leaf of many) expect(rootFrom(leaf, proveLeaf(many, leaf))).toBe(root)
  })

  it('proves nothing that is not in the tree', () => {
    expect(() => proveLeaf(leaves, `0x${'12'.repeat(32)}`)).toThrow()
  })
})
