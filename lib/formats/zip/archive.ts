/** Expands the only entry of a ZIP piece by piece, within limits. */
import { Inflate } from 'fflate'
import { Faulty } from '../faulty'
import { crc32 } from './crc32'
import { checkDirectory } from './directory'
import { ENTRY, STORED, view, type ZipEntry } from './entry'

/** 10,000 meters × a year of half-hours. More is better sent in parts, whose reports come sooner. */
const MOST_BYTES = 2 ** 30
/**
 * Deflate makes at most 1,032 bytes of one. A year of "0.000" in 5-minute intervals is NEM12's best case and shrinks to a
 * 280th. What shrinks to less than this, beyond the first megabyte, was made to fill memory or time.
 */
const MOST_RATIO = 500
const RATIO_FROM = 2 ** 20
/** So that what is made of one slice stays below 8 MiB and a little. */
const SLICE_BYTES = 8_192
/** The directory, and what else may follow the data of the entry. */
const MOST_TAIL = 2 ** 18

export class Archive {
  /** The last bytes, for the directory. */
  private tail: Uint8Array[] = []
  private tailBytes = 0
  /** Bytes of the archive. */
  private taken = 0
  /** Bytes of the archive since the last that made some of the entry. */
  private idle = 0
  private made = 0
  private crc = 0
  private readonly start: number[] = []
  private readonly inflate = new Inflate((bytes) => this.parts.push(bytes))
  private parts: Uint8Array[] = []

  constructor(private readonly entry: ZipEntry) {}

  *take(piece: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < piece.length; at += SLICE_BYTES) {
      const slice = piece.subarray(at, at + SLICE_BYTES)
      const first = this.entry.start - this.taken
      this.remember(slice)
      if (first >= slice.length) continue
      const data = slice.subarray(Math.max(0, first))
      for (const part of this.expand(data)) {
        this.count(part)
        yield part
      }
      if (this.idle > MOST_TAIL) throw this.tooMuchAfter()
    }
  }

  /** After the last byte. */
  end(): void {
    const { taken, made, crc, entry } = this
    checkDirectory(this.lastBytes(), { taken, made, crc, entry })
  }

  private expand(data: Uint8Array): Uint8Array[] {
    this.parts = []
    if (this.entry.method === STORED) this.parts.push(data.subarray(0, Math.max(0, this.entry.size - this.made)))
    else {
      try {
        this.inflate.push(data)
      } catch {
        // Whatever fflate says: the data are not what a compressor wrote.
        throw new Faulty('ZipDamaged', {}, null)
      }
    }
    const parts = this.parts.filter((part) => part.length > 0)
    this.idle = parts.length > 0 ? 0 : this.idle + data.length
    return parts
  }

  private count(part: Uint8Array): void {
    this.made += part.length
    this.crc = crc32(this.crc, part)
    if (this.made > MOST_BYTES) throw new Faulty('ZipTooLarge', { most: MOST_BYTES / 2 ** 20 }, null)
    if (this.made > RATIO_FROM && this.made > MOST_RATIO * this.taken)
      throw new Faulty('ZipShrunkTooMuch', { most: MOST_RATIO }, null)
    if (this.start.length >= 4) return
    this.start.push(...part.subarray(0, 4 - this.start.length))
    if (this.start.length === 4 && view(Uint8Array.from(this.start)).getUint32(0, true) === ENTRY)
      throw new Faulty('ZipNested', {}, null)
  }

  private remember(slice: Uint8Array): void {
    this.taken += slice.length
    // A copy: a slice would keep the whole piece.
    this.tail.push(slice.slice())
    this.tailBytes += slice.length
    while (this.tailBytes - (this.tail[0]?.length ?? 0) > 2 * MOST_TAIL)
      this.tailBytes -= this.tail.shift()?.length ?? 0
  }

  private lastBytes(): Uint8Array {
    const bytes = new Uint8Array(this.tailBytes)
    let at = 0
    for (const slice of this.tail) {
      bytes.set(slice, at)
      at += slice.length
    }
    return bytes
  }

  /** Most likely another entry. */
  private tooMuchAfter(): Faulty {
    const last = view(this.lastBytes())
    // The first byte of the archive starts the entry that we have.
    const from = this.taken > last.byteLength ? 0 : 1
    for (let at = from; at + 4 <= last.byteLength; at++)
      if (last.getUint32(at, true) === ENTRY) return new Faulty('ZipManyFiles', {}, null)
    return new Faulty('ZipDamaged', {}, null)
  }
}
