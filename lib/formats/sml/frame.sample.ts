/** SML as a meter would write it, for tests: the sums are checked against the catalogue of checksums in crc16.test.ts. */
import { crc16, KERMIT, X25 } from '../crc16'

/** A frame another program (smllib, Python) wrote and reads as 1.8.0 = 12,345.6, 1.8.1 = 12,345.5, 2.8.0 = 1,337 Wh. */
export const WRITTEN_ELSEWHERE = bytesOf(
  '1b1b1b1b01010101760500000001620062007263010176010105000000010b0a014d45540000bc614e010163200700760500000002620062' +
    '007263070177010b0a014d45540000bc614e070100620affff72620165000010007477070100010800ff0101621e52ff59000000000001e2' +
    '400177070100010801ff0101621e52ff56000001e23f0177070100020800ff0101621e520065000005390177070100100700ff0101621b52' +
    '0053ff38010101639b32007605000000036200620072630201710163a8e600001b1b1b1b1a019e4f',
)

export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** All of these are hexadecimal text, as the coding has them. */
export interface ListText {
  server?: string
  time?: string
  entries: readonly string[]
}

export function entryText({
  code,
  value,
  unit = '621e',
  scaler = '52ff',
  time = '01',
}: Record<string, string>): string {
  return `7707${code}01${time}${unit}${scaler}${value}01`
}

export function frameOf(
  { server = '0b0a014d45540000bc614e', time = '01', entries }: ListText,
  kind: typeof X25 | typeof KERMIT = X25,
): Uint8Array<ArrayBuffer> {
  const list = `7701${server}01${time}${(0x70 + entries.length).toString(16)}${entries.join('')}0101`
  return framed(`7605000000026200620072630701${list}63000000`, kind)
}

/** Messages between the marks: what looks like a mark is sent twice. */
export function framed(messages: string, kind: typeof X25 | typeof KERMIT = X25): Uint8Array<ArrayBuffer> {
  const padding = (4 - ((messages.length / 2) % 4)) % 4
  const sent = (messages + '00'.repeat(padding)).replaceAll('1b1b1b1b', '1b1b1b1b1b1b1b1b')
  const checked = `1b1b1b1b01010101${sent}1b1b1b1b1a0${padding}`
  const sum = crc16(bytesOf(checked), kind)
  return bytesOf(checked + hexOf(Uint8Array.of(sum & 0xff, sum >> 8)))
}

export function together(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
