/** CRC-32 as ZIP and others use it (ISO-HDLC: reflected, 0xEDB88320), piece by piece. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** Of what came before (0 at the start) and of these bytes. */
export function crc32(before: number, bytes: Uint8Array): number {
  let crc = ~before
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
