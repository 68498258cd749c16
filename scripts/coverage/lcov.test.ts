import { describe, expect, it } from 'vitest'
import { add, missesOf, percent, readLcov } from './lcov'

const REPORT = `TN:
SF:src/A.sol
DA:5,2
DA:6,0
BRDA:5,0,0,2
BRDA:5,0,1,-
LF:2
LH:1
BRF:2
BRH:1
end_of_record
TN:
SF:src/B.sol
DA:9,1
LF:1
LH:1
BRF:0
BRH:0
end_of_record
`

describe('a coverage report', () => {
  it('is read file by file', () => {
    expect(readLcov(REPORT)).toEqual([
      { path: 'src/A.sol', lines: { hit: 1, found: 2 }, branches: { hit: 1, found: 2 } },
      { path: 'src/B.sol', lines: { hit: 1, found: 1 }, branches: { hit: 0, found: 0 } },
    ])
  })

  it('names the lines and branches that no test reached', () => {
    expect(missesOf(REPORT, 'src/A.sol')).toEqual(['6', '5 (branch 0.1)'])
    expect(missesOf(REPORT, 'src/B.sol')).toEqual([])
  })

  it('adds files up before it takes the share, and a file without branches lacks none', () => {
    const [a, b] = readLcov(REPORT)
    expect(percent(add(a!.lines, b!.lines))).toBeCloseTo(66.67, 2)
    expect(percent(b!.branches)).toBe(100)
  })
})
