/**
 * A meter file that came in a ZIP, as markets and e-mails send them: its one entry, as a stream.
 *
 * Warning: the length and the CRC-32 are known at the end only. Bytes that were handed on before may turn out wrong, so
 * nothing of a file may be kept before all of it was read.
 */
import { Faulty, faultOf } from './faulty'
import type { MeterFile, MeterFileReader } from './meter-file'
import { Archive } from './zip/archive'
import { entryOf, isZip } from './zip/entry'

/** The reader of a file as it is, or of what is in the ZIP. */
export function zippedOrNot(reader: MeterFileReader): MeterFileReader {
  return async function* (file) {
    try {
      yield* reader(unzipped(file))
    } catch (thrown) {
      yield faultOf(thrown)
    }
  }
}

/** The file that is in the ZIP; the same file if it is none. Reading its bytes may throw Faulty. */
export function unzipped(file: MeterFile): MeterFile {
  return { ...file, bytes: expanded(file.bytes) }
}

async function* expanded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array = new Uint8Array()
  let archive: Archive | 'no' | undefined
  for await (const piece of bytes) {
    if (archive === 'no') yield piece
    else if (archive) yield* archive.take(piece)
    else {
      start = joined(start, piece)
      if (start.length < 4) continue
      const entry = isZip(start) ? entryOf(start) : 'no'
      if (entry === 'more') continue
      archive = entry === 'no' ? 'no' : new Archive(entry)
      if (archive === 'no') yield start
      else yield* archive.take(start)
    }
  }
  if (archive === undefined) {
    if (isZip(start)) throw new Faulty('ZipDamaged', {}, null)
    yield start
  } else if (archive !== 'no') archive.end()
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
