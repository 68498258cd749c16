import { describe, expect, it } from 'vitest'
import { mutantsOf } from './mutants'

const SOURCE = `// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

library Toll {
    error TooHeavy(uint256 tons);

    uint256 private constant MOST = 40;

    // Half a € a ton.
    function toll(uint256 tons, bool holiday) internal pure returns (uint256 due) {
        if (tons > MOST) revert TooHeavy(tons);
        due = tons / 2;
        if (holiday && due != 0) return 0;
        uint256[3] memory shares;
        for (uint256 i; i < 3; ++i) shares[i] = due;
    }

    function guard() internal {}

    modifier open() {
        _;
    }

    function pass() external open {
        emitted = type(uint64).max - 1;
    }
}
`
const mutants = mutantsOf('Toll.sol', SOURCE)
const lineOf = (name: string) => mutants.find((mutant) => mutant.name === name)?.content.split('\n')
const changed = (name: string) => lineOf(name)?.filter((line, i) => line !== SOURCE.split('\n')[i])

describe('mutants', () => {
  it('differ from the source in one place each', () => {
    expect(new Set(mutants.map(({ content }) => content)).size).toBe(mutants.length)
    for (const { content } of mutants) expect(content).not.toBe(SOURCE)
  })

  it('have names of their own', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
  })

  it('move an edge, also after letters of several bytes', () => {
    expect(changed('toll: boundary: tons > MOST → (tons >= MOST)')).toEqual([
      '        if ((tons >= MOST)) revert TooHeavy(tons);',
    ])
  })

  it('turn a comparison and a condition around', () => {
    expect(changed('toll: comparison: due != 0 → (due == 0)')).toEqual(['        if (holiday && (due == 0)) return 0;'])
    expect(changed('toll: boolean: && → ||')).toEqual(['        if (holiday || due != 0) return 0;'])
    expect(changed('toll: boolean: holiday && due != 0 → true')).toEqual(['        if (true) return 0;'])
  })

  it('count one more and one less, but leave the length of an array', () => {
    const constants = mutants.filter(({ operator }) => operator === 'constant').map(({ name }) => name)
    expect(constants).toEqual([
      'file: constant: 40 → 41',
      'file: constant: 40 → 39',
      'toll: constant: 2 → 3',
      'toll: constant: 2 → 1',
      'toll: constant: 0 → 1',
      'toll: constant: 0 → 1 (2)',
      'toll: constant: 3 → 4',
      'toll: constant: 3 → 2',
      'pass: constant: type(uint64).max → (type(uint64).max - 1)',
      'pass: constant: 1 → 2',
      'pass: constant: 1 → 0',
    ])
  })

  it('calculate otherwise', () => {
    expect(changed('toll: arithmetic: / → *')).toEqual(['        due = tons * 2;'])
    expect(changed('toll: arithmetic: ++ → --')).toEqual(['        for (uint256 i; i < 3; --i) shares[i] = due;'])
  })

  it('forget a refusal, a statement, a result and a guard, with their semicolons', () => {
    expect(changed('toll: delete: revert TooHeavy(tons); → {}')).toEqual(['        if (tons > MOST) {}'])
    expect(changed('toll: delete: due = tons / 2; → {}')).toEqual(['        {}'])
    expect(changed('toll: return: return 0; → {}')).toEqual(['        if (holiday && due != 0) {}'])
    expect(changed('pass: modifier: open → (nothing)')).toEqual(['    function pass() external  {'])
  })
})
