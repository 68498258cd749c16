/**
 * A proof file inside a link, behind the #: browsers never send that part to a server. Packed, so that a link stays short
 * enough for a message. Safe for the client.
 */
import { LONGEST_DAY_PROOF } from './day-proof'

const MARK = '#proof='
const PACKING = 'deflate-raw'

export async function proofFragment(text: string): Promise<string> {
  const packed = await gather(new Blob([text]).stream().pipeThrough(new CompressionStream(PACKING)), LONGEST_DAY_PROOF)
  if (!packed) throw new RangeError('a proof file too long for a link')
  const base64 = btoa(packed.reduce((bytes, byte) => bytes + String.fromCharCode(byte), ''))
  return MARK + base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The text of the proof file; null if the link carries none, and an empty text if what it carries cannot be unpacked. */
export async function textOfFragment(fragment: string): Promise<string | null> {
  if (!fragment.startsWith(MARK)) return null
  try {
    const base64 = fragment.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/')
    const packed = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream(PACKING))
    const bytes = await gather(unpacked, LONGEST_DAY_PROOF)
    return bytes ? new TextDecoder().decode(bytes) : ''
  } catch {
    return ''
  }
}

/** Null as soon as there are more bytes: a short link may unpack to gigabytes. */
async function gather(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const reader = stream.getReader()
  let bytes = new Uint8Array()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return bytes
    if (bytes.length + value.length > most) {
      await reader.cancel()
      return null
    }
    const longer = new Uint8Array(bytes.length + value.length)
    longer.set(bytes)
    longer.set(value, bytes.length)
    bytes = longer
  }
}
