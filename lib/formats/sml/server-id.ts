/** A meter's number as it is printed on its face, out of the id it sends. */

const CODED_LENGTH = 10
/** Length and medium, maker, block, number: the code of DIN 43863-5. */
const MAKER_AT = 2
const BLOCK_AT = 5
const NUMBER_AT = 6
const LONGEST = 32

export function meterNumber(server: Uint8Array | null): string {
  if (!server) return ''
  return printed(server) ?? hex(server.subarray(0, LONGEST))
}

/** 1EMH0010600756: medium, three letters, two digits of the block and eight of the number. */
function printed(server: Uint8Array): string | null {
  const maker = String.fromCharCode(...server.subarray(MAKER_AT, BLOCK_AT))
  if (server.length !== CODED_LENGTH || ![0x09, 0x0a].includes(server[0] ?? 0) || !/^[A-Z]{3}$/.test(maker)) return null
  const number = server.subarray(NUMBER_AT).reduce((value, byte) => value * 256 + byte, 0)
  if (number > 99_999_999 || (server[1] ?? 0) > 9) return null
  return `${server[1]}${maker}${hex(server.subarray(BLOCK_AT, NUMBER_AT))}${String(number).padStart(8, '0')}`
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('')
}
