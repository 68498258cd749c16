import { describe, expect, it } from 'vitest'
import { countdownParts } from './countdown'

describe('countdownParts', () => {
  it.each([
    [0, '0 seconds'],
    [59, '59 seconds'],
    [60, '1 minutes, 0 seconds'],
    [249.9, '4 minutes, 9 seconds'],
    [3_600, '1 hours, 0 minutes'],
    [18_720, '5 hours, 12 minutes'],
    [86_400, '1 days, 0 hours'],
    [190_800, '2 days, 5 hours'],
    [-5, '0 seconds'],
  ])('%s', (seconds, text) => {
    const parts = countdownParts(seconds).map(({ unit, value }) => `${value} ${unit}`)
    expect(parts.join(', ')).toBe(text)
  })
})
