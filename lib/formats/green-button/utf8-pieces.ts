/** Text out of bytes, in pieces of bounded size. Anything but UTF-8 is refused: a guess would change what numbers say. */

export interface NotUtf8 {
  name: 'XmlEncoding' | 'XmlNotUtf8'
  facts: Readonly<Record<string, string>>
}

const PIECE = 16_384
const UTF16 = [
  [0xfe, 0xff],
  [0xff, 0xfe],
  [0x00, 0x3c],
  [0x3c, 0x00],
]

export async function* utf8Pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | NotUtf8> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of afterTwoBytes(chunks)) {
    if (chunk === 'UTF-16') return yield { name: 'XmlEncoding', facts: { encoding: chunk } }
    for (let from = 0; from < chunk.length; from += PIECE) {
      const text = decoded(decoder, chunk.subarray(from, from + PIECE))
      if (text === null) return yield { name: 'XmlNotUtf8', facts: {} }
      yield text
    }
  }
  if (decoded(decoder, null) === null) yield { name: 'XmlNotUtf8', facts: {} }
}

/** The first two bytes, which tell, come together however the file was cut. */
async function* afterTwoBytes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | 'UTF-16'> {
  let start: number[] | null = []
  for await (const chunk of chunks) {
    if (start && start.length + chunk.length < 2) {
      start.push(...chunk)
      continue
    }
    const bytes: Uint8Array = start && start.length > 0 ? Uint8Array.of(...start, ...chunk.subarray(0, 1)) : chunk
    if (start && UTF16.some(([a, b]) => bytes[0] === a && bytes[1] === b)) return yield 'UTF-16'
    yield bytes
    if (bytes !== chunk) yield chunk.subarray(1)
    start = null
  }
  if (start) yield Uint8Array.from(start)
}

/** Null if the bytes are not UTF-8; without bytes, if the last letter is cut. */
function decoded(decoder: TextDecoder, bytes: Uint8Array | null): string | null {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    return null
  }
}
