/** For tests of readers: bytes in small pieces, and what a reader yields, sorted by kind. Every fault must have its sentence. */
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import en from '@/messages/en.json'
import { seededRandom } from '@/lib/domain/units/seeded-random'
import type { IntervalBlock, MeterFile, MeterFileItem, RegisterReading, Remark } from './meter-file'

const encoder = new TextEncoder()

/** Pieces that cut through lines, letters and checksums. */
export function meterFile(content: string | Uint8Array, size = 1_000): MeterFile {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  return { name: 'a file', bytes: pieces() }
}

export async function* inOrder<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items
}

export interface Whole {
  blocks: IntervalBlock[]
  readings: RegisterReading[]
  /** `Name line {facts}` of each, without what is empty. */
  faults: string[]
  remarks: string[]
}

export async function whole(items: AsyncIterable<MeterFileItem>): Promise<Whole> {
  const found: Whole = { blocks: [], readings: [], faults: [], remarks: [] }
  for await (const item of items) {
    if (item.kind === 'intervals') found.blocks.push(item)
    else if (item.kind === 'reading') found.readings.push(item)
    else found[item.kind === 'fault' ? 'faults' : 'remarks'].push(said(item))
  }
  return found
}

function said({ about: { name, facts, line } }: Remark): string {
  const sentence = (en.fileFaults as Readonly<Record<string, string>>)[name]
  if (sentence === undefined) throw new Error(`no sentence for ${name}`)
  const wanted = parse(sentence).flatMap((part) =>
    part.type === TYPE.argument || part.type === TYPE.number ? [part.value] : [],
  )
  const missing = wanted.filter((fact) => !(fact in facts))
  if (missing.length > 0) throw new Error(`${name} does not say ${missing.join(' and ')}`)
  const shown = Object.keys(facts).length === 0 ? '' : ` ${JSON.stringify(facts)}`
  return `${name}${line === null ? '' : ` ${line}`}${shown}`
}

/** The same bytes cut short, or with some of their bits turned over: as many as asked for, the same in every run. */
export function* damaged(bytes: Uint8Array, count: number): Generator<Uint8Array> {
  const random = seededRandom(20_260_131n)
  const place = () => Number(random.below(BigInt(bytes.length)))
  for (let index = 0; index < count; index += 1) {
    if (index % 4 === 0) yield bytes.slice(0, place())
    else {
      const copy = bytes.slice()
      for (let turned = 0; turned < index % 8; turned += 1) {
        const at = place()
        copy[at] = (copy[at] ?? 0) ^ (1 << Number(random.below(8n)))
      }
      yield copy
    }
  }
}
