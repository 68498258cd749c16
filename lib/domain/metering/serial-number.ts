/** What is written on a device: told apart by eyes and scanners, so nothing in it is invisible. */

/** Letters and digits with signs between them, such as "7 ISK 0012345678" or "KFM-1234/20". */
const SERIAL = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._/-]{0,38}[\p{L}\p{N}])?$/u

/** In one form: full-width signs narrow, one space where there were several. Null if no device is called so. */
export function serialNumberFrom(text: string): string | null {
  const serial = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  return SERIAL.test(serial) ? serial : null
}
