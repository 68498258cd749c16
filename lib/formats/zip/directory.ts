/** The directory at the end of a ZIP (APPNOTE 4.3.12 and 4.3.16), against what was found before it. */
import { Faulty } from '../faulty'
import { END, view, type ZipEntry } from './entry'

const LISTED = 0x02014b50
const END_BYTES = 22
const LISTED_BYTES = 46
/** A number that stands elsewhere because it may be larger. */
const ELSEWHERE = 0xffff_ffff

export interface Expanded {
  /** Bytes of the whole archive. */
  taken: number
  /** Bytes of the entry, expanded, and their CRC-32. */
  made: number
  crc: number
  entry: ZipEntry
}

export function checkDirectory(tail: Uint8Array, { taken, made, crc, entry }: Expanded): void {
  const bytes = view(tail)
  const end = endOf(bytes)
  if (end === null) throw damaged()
  const [here, total] = [bytes.getUint16(end + 8, true), bytes.getUint16(end + 10, true)]
  if (total > 1) throw new Faulty('ZipManyFiles', {}, null)
  // Places in the archive are counted from its start.
  const before = taken - tail.length
  const at = bytes.getUint32(end + 16, true) - before
  if (here !== 1 || total !== 1 || at < 0 || at + LISTED_BYTES > end) throw damaged()
  const field = (offset: number) => bytes.getUint32(at + offset, true)
  const [packed, length] = [field(20), field(24)]
  const right =
    field(0) === LISTED &&
    bytes.getUint16(at + 10, true) === entry.method &&
    field(16) === crc &&
    (length === made || length === ELSEWHERE) &&
    (packed === ELSEWHERE || entry.start + packed <= before + at) &&
    field(42) === 0
  if (!right) throw damaged()
}

/** The record that ends the archive, and a comment of the length it states. */
function endOf(bytes: DataView): number | null {
  for (let at = bytes.byteLength - END_BYTES; at >= 0; at--) {
    if (bytes.getUint32(at, true) !== END) continue
    if (at + END_BYTES + bytes.getUint16(at + 20, true) === bytes.byteLength) return at
  }
  return null
}

function damaged(): Faulty {
  return new Faulty('ZipDamaged', {}, null)
}
