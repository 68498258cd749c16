/** From the bytes of a text file to its characters, in pieces. */
import type { CsvMapping } from './mapping'

/** What is looked at to tell one encoding from another. */
const SNIFFED = 65_536

/** Bytes that are no text in the encoding of the file. */
export class TextMalformed extends Error {}

/** Ends with TextMalformed where bytes are no text: a wrong letter may be a wrong meter. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: CsvMapping['text']['encoding'],
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(labelOf(piece, encoding), { fatal: true })
    const text = decode(decoder, piece)
    if (text !== '') yield text
  }
  const rest = decoder ? decode(decoder) : ''
  if (rest !== '') yield rest
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch (error) {
    throw new TextMalformed('bytes are no text', { cause: error })
  }
}

/** The name TextDecoder knows the encoding of these first bytes by. */
export function labelOf(first: Uint8Array, encoding: CsvMapping['text']['encoding'] = 'auto'): string {
  const marked = byMark(first)
  if (marked) return marked
  if (encoding === 'latin-1') return 'windows-1252'
  // Without a mark, UTF-16 is nearly always that of Windows.
  if (encoding === 'utf-16') return 'utf-16le'
  return encoding === 'utf-8' || isUtf8(first.subarray(0, SNIFFED)) ? 'utf-8' : 'windows-1252'
}

function byMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
