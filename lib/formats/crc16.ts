/** The 16-bit checksums of meter protocols. All three take bits from the lowest up; they differ in how they start and end. */

interface Crc16 {
  /** Bits in the order of transmission. */
  polynomial: number
  start: number
  flip: number
}

/** DSMR P1. */
export const ARC: Crc16 = { polynomial: 0xa001, start: 0, flip: 0 }
/** SML, and HDLC. */
export const X25: Crc16 = { polynomial: 0x8408, start: 0xffff, flip: 0xffff }
/** What some meters send in SML where X25 is meant. */
export const KERMIT: Crc16 = { polynomial: 0x8408, start: 0, flip: 0 }

const tables = new Map<number, Uint16Array>()

function tableOf(polynomial: number): Uint16Array {
  let table = tables.get(polynomial)
  if (!table) {
    table = Uint16Array.from({ length: 256 }, (_, byte) => {
      let value = byte
      for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1
      return value
    })
    tables.set(polynomial, table)
  }
  return table
}

export function crc16(bytes: Uint8Array, { polynomial, start, flip }: Crc16): number {
  const table = tableOf(polynomial)
  let value = start
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0)
  return value ^ flip
}
