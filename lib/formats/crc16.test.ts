import { describe, expect, it } from 'vitest'
import { ARC, crc16, KERMIT, X25 } from './crc16'

// The check values of the catalogue of parametrised CRC algorithms (reveng): of the nine digits.
describe('crc16', () => {
  it.each([
    ['ARC', ARC, 0xbb3d],
    ['X25', X25, 0x906e],
    ['KERMIT', KERMIT, 0x2189],
  ])('%s of 123456789', (_, kind, expected) => {
    expect(crc16(new TextEncoder().encode('123456789'), kind)).toBe(expected)
  })
})
