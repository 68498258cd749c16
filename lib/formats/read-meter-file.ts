/**
 * One doorway for meter files of every format: told apart by what they hold, out of a ZIP if need be.
 *
 * Warning: blocks come before the end of a file is known to be sound. Nothing may be kept before all of it was read
 * without a fault.
 */
import { guessMapping } from './csv/guess'
import type { CsvMapping } from './csv/mapping'
import { readCsv } from './csv/read-csv'
import { BYTES_SEEN, detect } from './detect'
import { readDsmr } from './dsmr/read-dsmr'
import { faultOf } from './faulty'
import { readGreenButton } from './green-button/read-green-button'
import type { MeterFile, MeterFileItem, MeterFormat } from './meter-file'
import { readNem12 } from './nem/nem12'
import { readNem13 } from './nem/nem13'
import { readSml } from './sml/read-sml'
import { unzipped } from './zipped'

export interface MeterFileOptions {
  /** How to read a delimited file; without it only files of a known shape are read. */
  mapping?: CsvMapping
  /** Of the connection: for delimited files of a known shape that do not state theirs. */
  zone?: string
  /** When telegrams that carry no time were read, UTC seconds. */
  at?: number
}

export async function* readMeterFile(file: MeterFile, options: MeterFileOptions = {}): AsyncGenerator<MeterFileItem> {
  try {
    yield* asDetected(file, options, { mayBeZip: true })
  } catch (thrown) {
    yield faultOf(thrown)
  }
}

async function* asDetected(
  file: MeterFile,
  options: MeterFileOptions,
  { mayBeZip }: { mayBeZip: boolean },
): AsyncGenerator<MeterFileItem> {
  const stream = file.bytes[Symbol.asyncIterator]()
  try {
    const pieces = await firstPieces(stream)
    const first = joined(pieces)
    const whole = { ...file, bytes: resumed(pieces, stream) }
    const found = detect(first)
    if ('refused' in found) yield fault(found.refused)
    else if (found.format !== 'zip') yield* readers(options, first)[found.format](whole)
    else if (mayBeZip) yield* asDetected(unzipped(whole), options, { mayBeZip: false })
    else yield fault('ZipNested')
  } finally {
    await stream.return?.()
  }
}

function readers(
  { mapping, zone = 'UTC', at }: MeterFileOptions,
  first: Uint8Array,
): Record<MeterFormat, (file: MeterFile) => AsyncIterable<MeterFileItem>> {
  const when = at === undefined ? {} : { at }
  return {
    nem12: readNem12,
    nem13: readNem13,
    'green-button': readGreenButton,
    dsmr: (file) => readDsmr(file, when),
    sml: (file) => readSml(file, when),
    csv: (file) => (mapping ? readCsv(file, mapping) : readKnownCsv(file, { first, zone })),
  }
}

/** Only a header that is known is read unasked: a guess from numbers alone may take export for import. */
async function* readKnownCsv(
  file: MeterFile,
  { first, zone }: { first: Uint8Array; zone: string },
): AsyncGenerator<MeterFileItem> {
  const guess = guessMapping(first, { name: file.name, zone })
  if (!guess) yield fault('CsvNoTimes')
  else if (!guess.isKnown) yield fault('CsvMappingNeeded')
  else yield* readCsv(file, guess.mapping)
}

function fault(name: string): MeterFileItem {
  return { kind: 'fault', about: { name, facts: {}, line: null } }
}

async function firstPieces(stream: AsyncIterator<Uint8Array>): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  for (let length = 0; length < BYTES_SEEN; ) {
    const { done, value } = await stream.next()
    if (done) break
    pieces.push(value)
    length += value.length
  }
  return pieces
}

/** The whole stream, from its start. */
async function* resumed(pieces: Uint8Array[], stream: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces.splice(0)
  for (let next = await stream.next(); !next.done; next = await stream.next()) yield next.value
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
