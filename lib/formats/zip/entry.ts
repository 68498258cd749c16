/** The header that stands before the data of an entry of a ZIP (APPNOTE 4.3.7). */
import { Faulty } from '../faulty'

export const STORED = 0
export const DEFLATED = 8
export const ENTRY = 0x04034b50
export const END = 0x06054b50
const HEADER_BYTES = 30
/** A name and what programs add to it. */
const MOST_NAME_BYTES = 4_096
const ENCRYPTED = 0x0041
const SIZE_FOLLOWS = 0x0008
const AES = 99

export interface ZipEntry {
  /** Where the data start. */
  start: number
  method: typeof STORED | typeof DEFLATED
  /** Compressed bytes of what is stored as it is; what is deflated ends by itself. */
  size: number
}

export function isZip(start: Uint8Array): boolean {
  return start.length >= 4 && [ENTRY, END].includes(view(start).getUint32(0, true))
}

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Of the first bytes of an archive, as soon as there are enough. */
export function entryOf(bytes: Uint8Array): ZipEntry | 'more' {
  const header = view(bytes)
  if (header.getUint32(0, true) === END) throw new Faulty('ZipEmpty', {}, null)
  if (bytes.length < HEADER_BYTES) return 'more'
  const [flags, method] = [header.getUint16(6, true), header.getUint16(8, true)]
  if (flags & ENCRYPTED || method === AES) throw new Faulty('ZipEncrypted', {}, null)
  const named = header.getUint16(26, true) + header.getUint16(28, true)
  if (named > MOST_NAME_BYTES) throw new Faulty('ZipDamaged', {}, null)
  // What is stored as it is has no end of its own: without its length it cannot be told from what follows.
  const endless = method === STORED && (flags & SIZE_FOLLOWS) !== 0
  if ((method !== STORED && method !== DEFLATED) || endless) throw new Faulty('ZipMethodUnknown', { method }, null)
  return { start: HEADER_BYTES + named, method, size: header.getUint32(18, true) }
}
