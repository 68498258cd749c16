/**
 * P1 telegrams in a stream of bytes: from a line that starts with / to one that starts with !, which from DSMR 4 on holds a
 * checksum of all before it.
 */
import { ARC, crc16 } from '../crc16'
import { ByteLines, type ByteLine } from './byte-lines'

export interface Telegram {
  state: 'checked' | 'unchecked'
  /** Of its first line in the file. */
  line: number
  lines: readonly string[]
}

export interface NoTelegram {
  /** Damaged on the way, without an end, longer than any meter sends, or not of a telegram at all. */
  state: 'checksum' | 'cut' | 'tooLong' | 'stray'
  line: number
}

/** Meters send one or two thousand bytes; their text message may add two thousand. */
const LONGEST_TELEGRAM = 16_384
const [SLASH, BANG, LF, CR] = [0x2f, 0x21, 0x0a, 0x0d]
/** From version 4 on the telegram names its version, and has a checksum. */
const NAMES_VERSION = /^(?:1-3:0\.2\.8|0-0:96\.1\.4)\(/

const latin1 = new TextDecoder('latin1')

export async function* telegrams(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Telegram | NoTelegram> {
  const [lines, scan] = [new ByteLines(), new TelegramScan()]
  // Not `yield*`, which would wait a turn for every line that is not the end of a telegram.
  for await (const chunk of chunks) for (const line of lines.add(chunk)) for (const found of scan.add(line)) yield found
  for (const line of lines.end()) yield* scan.add(line)
  yield* scan.end()
}

class TelegramScan {
  private open: ByteLine[] | null = null
  private length = 0

  add(line: ByteLine): (Telegram | NoTelegram)[] {
    const first = line.bytes[0]
    const cut = first === SLASH ? this.end() : NOTHING
    if (first === SLASH) [this.open, this.length] = [[], 0]
    if (!this.open) return line.tooLong || line.bytes.some(isInk) ? [{ state: 'stray', line: line.number }] : NOTHING
    this.open.push(line)
    this.length += line.bytes.length
    const tooLong = line.tooLong || this.length > LONGEST_TELEGRAM
    if (!tooLong && first !== BANG) return cut
    const found = tooLong ? { state: 'tooLong' as const, line: lineOf(this.open) } : telegram(this.open, this.length)
    this.open = null
    return [...cut, found]
  }

  end(): NoTelegram[] {
    return this.open ? [{ state: 'cut', line: lineOf(this.open) }] : NOTHING
  }
}

const NOTHING: never[] = []
const lineOf = (lines: readonly ByteLine[]): number => lines[0]?.number ?? 0
const isInk = (byte: number): boolean => byte > 0x20

function telegram(sent: readonly ByteLine[], length: number): Telegram | NoTelegram {
  const line = lineOf(sent)
  const bytes = joined(sent, length)
  const lines = latin1.decode(bytes).split(/\r?\n/)
  const end = sent.reduce((total, { bytes: { length: size } }) => total + size, 0) - (sent.at(-1)?.bytes.length ?? 0)
  const sum = /^!([0-9A-Fa-f]{4})?\s*$/.exec(latin1.decode(bytes.subarray(end)))
  const expected = sum?.[1]
  if (!sum) return { state: 'checksum', line }
  if (expected === undefined)
    return lines.some((text) => NAMES_VERSION.test(text))
      ? { state: 'checksum', line }
      : { state: 'unchecked', line, lines }
  const checked = bytes.subarray(0, end + 1)
  const is = (text: Uint8Array) => crc16(text, ARC) === Number.parseInt(expected, 16)
  return is(checked) || is(withReturns(checked)) ? { state: 'checked', line, lines } : { state: 'checksum', line }
}

function joined(lines: readonly ByteLine[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const line of lines) {
    bytes.set(line.bytes, at)
    at += line.bytes.length
  }
  return bytes
}

/** As the meter sent it: programs that save a telegram drop the returns at the ends of its lines. */
function withReturns(bytes: Uint8Array): Uint8Array {
  const sent: number[] = []
  for (const byte of bytes) {
    if (byte === LF && sent.at(-1) !== CR) sent.push(CR)
    sent.push(byte)
  }
  return Uint8Array.from(sent)
}
