/** SML's binary coding: a type and length before every value. Bytes of strangers: everything is bounded, nothing throws. */

export type SmlNode =
  | { kind: 'octets'; octets: Uint8Array }
  | { kind: 'number'; value: bigint }
  | { kind: 'boolean' }
  | { kind: 'list'; items: readonly SmlNode[] }
  | { kind: 'absent' }
  | { kind: 'end' }

const DEEPEST = 12
const MOST_NODES = 4_096
const LONGEST_LENGTH = 4
/** Bits 4 to 6 of the first byte. */
const TYPES = { octets: 0, boolean: 4, signed: 5, unsigned: 6, list: 7 } as const
const WIDEST_NUMBER = 8

/** All nodes of a frame, one after the other; null if the bytes are not SML. */
export function smlNodes(bytes: Uint8Array): SmlNode[] | null {
  const reading = new NodeReading(bytes)
  const nodes: SmlNode[] = []
  while (reading.more) {
    const node = reading.node(0)
    if (!node) return null
    nodes.push(node)
  }
  return nodes
}

class NodeReading {
  private at = 0
  private count = 0
  constructor(private readonly bytes: Uint8Array) {}

  get more(): boolean {
    return this.at < this.bytes.length
  }

  node(depth: number): SmlNode | null {
    this.count += 1
    const start = this.at
    const head = this.head()
    if (!head || depth > DEEPEST || this.count > MOST_NODES) return null
    if (head.first === 0) return { kind: 'end' }
    if (head.type === TYPES.list) return this.list(head.length, depth)
    // The length of everything but a list counts the bytes that hold it.
    const end = start + head.length
    if (end < this.at || end > this.bytes.length) return null
    const octets = this.bytes.subarray(this.at, end)
    this.at = end
    if (head.type === TYPES.octets) return octets.length === 0 ? { kind: 'absent' } : { kind: 'octets', octets }
    if (head.type === TYPES.boolean) return octets.length === 1 ? { kind: 'boolean' } : null
    if (octets.length === 0 || octets.length > WIDEST_NUMBER) return null
    return { kind: 'number', value: numberOf(octets, head.type === TYPES.signed) }
  }

  private list(length: number, depth: number): SmlNode | null {
    const items: SmlNode[] = []
    for (let index = 0; index < length; index += 1) {
      const item = this.node(depth + 1)
      if (!item) return null
      items.push(item)
    }
    return { kind: 'list', items }
  }

  /** Each byte has four bits of the length, and says whether another follows. */
  private head(): { first: number; type: number; length: number } | null {
    const first = this.bytes[this.at]
    if (first === undefined) return null
    const type = (first >> 4) & 0x7
    let length = 0
    for (let used = 0; used < LONGEST_LENGTH; used += 1) {
      const byte = this.bytes[this.at]
      if (byte === undefined) return null
      this.at += 1
      length = length * 16 + (byte & 0xf)
      const known = (Object.values(TYPES) as number[]).includes(type)
      if ((byte & 0x80) === 0) return known ? { first, type, length } : null
    }
    return null
  }
}

/** Of any width: meters leave out bytes that say nothing. */
function numberOf(octets: Uint8Array, signed: boolean): bigint {
  let value = 0n
  for (const octet of octets) value = (value << 8n) | BigInt(octet)
  return signed ? BigInt.asIntN(octets.length * 8, value) : value
}
