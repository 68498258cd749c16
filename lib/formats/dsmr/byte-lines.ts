/** Lines of bytes with their ends, since a checksum covers those, too. */

export interface ByteLine {
  /** From 1. */
  number: number
  bytes: Uint8Array
  /** Then the bytes are only its beginning. */
  tooLong: boolean
}

const LONGEST_LINE = 8_192
const LF = 0x0a

export async function* byteLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ByteLine> {
  let [number, rest, dropped] = [1, new Uint8Array(), false]
  const line = (end: Uint8Array): ByteLine => ({
    number: number++,
    bytes: joined(rest, end.subarray(0, LONGEST_LINE)),
    tooLong: dropped || rest.length + end.length > LONGEST_LINE,
  })
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      yield line(chunk.subarray(from, end + 1))
      ;[rest, dropped, from] = [new Uint8Array(), false, end + 1]
    }
    const tail = chunk.subarray(from)
    dropped ||= rest.length + tail.length > LONGEST_LINE
    rest = joined(rest, tail.subarray(0, LONGEST_LINE - rest.length))
  }
  if (rest.length > 0) yield line(new Uint8Array())
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}
