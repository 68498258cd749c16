import { describe, expect, it } from 'vitest'
import { kwhOf, parseYearlyKwh, stepOf, STEPS } from './yearly-steps'

describe('how much somebody uses a year', () => {
  it('goes from a quarter to four times what is typical, and back to the same step', () => {
    expect([kwhOf(0, 4_000), kwhOf(STEPS / 2, 4_000), kwhOf(STEPS, 4_000)]).toEqual([1_000, 4_000, 16_000])
    for (let step = 0; step <= STEPS; step++) expect(stepOf(kwhOf(step, 3_748), 3_748)).toBe(step)
    expect([stepOf(1, 4_000), stepOf(1_000_000, 4_000)]).toEqual([0, STEPS])
  })

  it('is whole kWh above zero, as people write them', () => {
    expect(['4500', '4 500', '4,500', '１２００'].map(parseYearlyKwh)).toEqual([4_500, 4_500, 4_500, 1_200])
    expect(['', '0', '-3', '1.5', 'a lot', '9999999999999'].map(parseYearlyKwh)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})
