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

/** Chunks go in, lines come out; the last one at the end. Not asynchronous: a file may have a line for every byte. */
export class ByteLines {
  private number = 0
  private rest = new Uint8Array()
  private dropped = false;

  *add(chunk: Uint8Array): Generator<ByteLine> {
    let from = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      yield this.line(chunk.subarray(from, end + 1))
      from = end + 1
    }
    this.keep(chunk.subarray(from))
  }

  *end(): Generator<ByteLine> {
    if (this.rest.length > 0) yield this.line(new Uint8Array())
  }

  private line(end: Uint8Array): ByteLine {
    const { rest, dropped } = this
    this.number += 1
    const tooLong = dropped || rest.length + end.length > LONGEST_LINE
    const bytes = rest.length === 0 && !tooLong ? end : joined(rest, end.subarray(0, LONGEST_LINE))
    if (rest.length > 0) this.rest = new Uint8Array()
    this.dropped = false
    return { number: this.number, bytes, tooLong }
  }

  private keep(tail: Uint8Array): void {
    if (tail.length === 0) return
    if (this.rest.length + tail.length > LONGEST_LINE) this.dropped = true
    this.rest = joined(this.rest, tail.subarray(0, LONGEST_LINE - this.rest.length))
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}
