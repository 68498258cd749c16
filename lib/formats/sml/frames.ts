/**
 * Frames of SML transport version 1 in a stream of bytes: 1b1b1b1b 01010101, messages, padding, 1b1b1b1b 1a, the number of
 * padding bytes and a checksum. Four 1b within the messages are sent twice.
 */
import { crc16, KERMIT, X25 } from '../crc16'

export type SmlFrame =
  | { state: 'whole'; at: number; messages: Uint8Array }
  /** Damaged on the way, without an end, or longer than any meter sends. `at` is the first byte, from 0. */
  | { state: 'checksum' | 'cut' | 'tooLong'; at: number }

/** Meters send a few hundred bytes. */
const LONGEST_FRAME = 65_536
/** Chunks may be large: no more than this is copied at once. */
const PIECE = 65_536
const ESCAPE = 0x1b
const START = 0x01
const END = 0x1a
/** Four bytes of escape and four that say why. */
const MARK = 8

export async function* smlFrames(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<SmlFrame> {
  const scan = new FrameScan()
  for await (const chunk of bytes)
    for (let from = 0; from < chunk.length; from += PIECE) yield* scan.add(chunk.subarray(from, from + PIECE))
  yield* scan.end()
}

class FrameScan {
  private held = new Uint8Array()
  /** Where the held bytes lie in the file. */
  private base = 0
  /** Within the held bytes: the frame that is open, and the first byte not looked at. */
  private open: number | null = null
  private next = 0;

  *add(piece: Uint8Array): Generator<SmlFrame> {
    const joined = new Uint8Array(this.held.length + piece.length)
    joined.set(this.held)
    joined.set(piece, this.held.length)
    this.held = joined
    yield* this.marks()
    if (this.open !== null && this.held.length - this.open > LONGEST_FRAME) {
      yield { state: 'tooLong', at: this.base + this.open }
      this.open = null
    }
    const keep = this.open ?? this.next
    this.held = this.held.slice(keep)
    this.base += keep
    this.next -= keep
    if (this.open !== null) this.open = 0
  }

  *end(): Generator<SmlFrame> {
    if (this.open !== null) yield { state: 'cut', at: this.base + this.open }
  }

  private *marks(): Generator<SmlFrame> {
    const { held } = this
    while (this.next + MARK <= held.length) {
      const at = held.indexOf(ESCAPE, this.next)
      if (at < 0 || at + MARK > held.length) {
        this.next = at < 0 ? held.length : at
        return
      }
      const kind = held[at + 4]
      if (!repeats(held, at, ESCAPE)) this.next = at + 1
      else if (repeats(held, at + 4, START)) {
        if (this.open !== null) yield { state: 'cut', at: this.base + this.open }
        this.open = at
        this.next = at + MARK
      } else if (this.open !== null && kind === END) {
        yield frame(held.subarray(this.open, at + MARK), this.base + this.open)
        this.open = null
        this.next = at + MARK
      } else this.next = at + (repeats(held, at + 4, ESCAPE) ? MARK : 1)
    }
  }
}

function repeats(bytes: Uint8Array, at: number, byte: number): boolean {
  return bytes[at] === byte && bytes[at + 1] === byte && bytes[at + 2] === byte && bytes[at + 3] === byte
}

function frame(sent: Uint8Array, at: number): SmlFrame {
  const [padding = 0, low = 0, high = 0] = sent.subarray(-3)
  const checked = sent.subarray(0, -2)
  const sum = low | (high << 8)
  if (crc16(checked, X25) !== sum && crc16(checked, KERMIT) !== sum) return { state: 'checksum', at }
  const end = sent.length - MARK - padding
  if (padding > 3 || end < MARK) return { state: 'checksum', at }
  return { state: 'whole', at, messages: unescaped(sent.subarray(MARK, end)) }
}

/** Eight escape bytes in a row stand for four. */
function unescaped(sent: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(sent.length)
  let length = 0
  for (let at = 0; at < sent.length; ) {
    const twice = repeats(sent, at, ESCAPE) && repeats(sent, at + 4, ESCAPE)
    const taken = twice ? 4 : 1
    bytes.set(sent.subarray(at, at + taken), length)
    length += taken
    at += twice ? MARK : 1
  }
  return bytes.subarray(0, length)
}
