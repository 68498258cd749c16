import { describe, expect, it } from 'vitest'
import { judge, killedPercent, tally } from './judge'

const outcomes = {
  a: { result: 'killed' },
  b: { result: 'survived' },
  c: { result: 'same code' },
  d: { result: 'not compiled' },
} as const
const whole = tally('A.sol', 4, outcomes)
const why = 'a reason'

describe('what became of the mutants', () => {
  it('counts only programs of their own', () => {
    expect(whole).toMatchObject({ made: 4, tried: 4, killed: 1, survived: ['b'], sameCode: 1, notCompiled: 1 })
    expect(killedPercent([whole])).toBe(50)
    expect(killedPercent([])).toBe(100)
  })

  it('leaves a survivor open that nobody has explained, in this file', () => {
    expect(judge([whole], [{ file: 'A.sol', mutant: 'b', why }])).toEqual({ open: [], stale: [] })
    const other = { file: 'B.sol', mutant: 'b', why }
    expect(judge([whole], [other])).toEqual({ open: [{ file: 'A.sol', mutant: 'b' }], stale: [] })
  })

  it('finds the explanation of one that was killed, unless only a sample was tried', () => {
    const killed = { file: 'A.sol', mutant: 'a', why }
    expect(judge([whole], [killed]).stale).toEqual([killed])
    expect(judge([tally('A.sol', 40, outcomes)], [killed]).stale).toEqual([])
  })
})
