import { describe, expect, it } from 'vitest'
import { serialNumberFrom } from './serial-number'

describe('serialNumberFrom', () => {
  it.each([
    ['7 ISK 0012345678', '7 ISK 0012345678'],
    ['  7\u00a0ISK\t 0012345678 ', '7 ISK 0012345678'],
    ['ＫＦＭ－１２３４', 'KFM-1234'],
    ['电表123', '电表123'],
    ['0'.repeat(40), '0'.repeat(40)],
    ['7', '7'],
  ])('takes %j', (text, serial) => expect(serialNumberFrom(text)).toBe(serial))

  it.each(['', ' ', '-1', '1-', '0'.repeat(41), '12\u200b34', '12\u202e34', '<b>1</b>', '1;2'])('refuses %j', (text) =>
    expect(serialNumberFrom(text)).toBeNull(),
  )
})
