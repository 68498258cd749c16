/**
 * P1 telegrams in a stream of bytes: from a line that starts with / to one that starts with !, which from DSMR 4 on holds a
 * checksum of all before it.
 */
import { ARC, crc16 } from '../crc16'
import { byteLines, type ByteLine } from './byte-lines'

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

export async function* telegrams(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Telegram | NoTelegram> {
  let open: ByteLine[] | null = null
  let length = 0
  for await (const line of byteLines(bytes)) {
    const first = line.bytes[0]
    if (first === SLASH) {
      if (open) yield { state: 'cut', line: lineOf(open) }
      open = []
      length = 0
    }
    if (!open) {
      if (line.tooLong || line.bytes.some(isInk)) yield { state: 'stray', line: line.number }
      continue
    }
    open.push(line)
    length += line.bytes.length
    if (line.tooLong || length > LONGEST_TELEGRAM) {
      yield { state: 'tooLong', line: lineOf(open) }
      open = null
    } else if (first === BANG) {
      yield telegram(open, length)
      open = null
    }
  }
  if (open) yield { state: 'cut', line: lineOf(open) }
}

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
  const right = [checked, withReturns(checked)].some((text) => crc16(text, ARC) === Number.parseInt(expected, 16))
  return right ? { state: 'checked', line, lines } : { state: 'checksum', line }
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
