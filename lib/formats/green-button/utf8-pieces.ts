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
  let first = true
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue
    if (first && UTF16.some(([a, b]) => chunk[0] === a && chunk[1] === b)) {
      yield { name: 'XmlEncoding', facts: { encoding: 'UTF-16' } }
      return
    }
    first = false
    for (let from = 0; from < chunk.length; from += PIECE) {
      const text = decoded(decoder, chunk.subarray(from, from + PIECE))
      if (text === null) return yield { name: 'XmlNotUtf8', facts: {} }
      yield text
    }
  }
  if (decoded(decoder, null) === null) yield { name: 'XmlNotUtf8', facts: {} }
}

/** Null if the bytes are not UTF-8; without bytes, if the last letter is cut. */
function decoded(decoder: TextDecoder, bytes: Uint8Array | null): string | null {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    return null
  }
}
