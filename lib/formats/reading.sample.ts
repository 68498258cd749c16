/** For tests of readers: bytes in small pieces, and what a reader yields. Every fault must have its sentence in both languages. */
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import en from '@/messages/en.json'
import zh from '@/messages/zh.json'
import { seededRandom } from '@/lib/domain/units/seeded-random'
import type { IntervalBlock, MeterFile, MeterFileItem, MeterFileReader, RegisterReading, Remark } from './meter-file'

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

export interface ReadAll {
  items: MeterFileItem[]
  blocks: IntervalBlock[]
  readings: RegisterReading[]
  faults: Remark[]
  remarks: Remark[]
}

/** Everything that is yielded, sorted by kind. */
async function sorted(yielded: AsyncIterable<MeterFileItem>): Promise<ReadAll> {
  const items: MeterFileItem[] = []
  for await (const item of yielded) items.push(item)
  const of = <Kind extends MeterFileItem['kind']>(kind: Kind) =>
    items.filter((item): item is Extract<MeterFileItem, { kind: Kind }> => item.kind === kind)
  const [faults, remarks] = [of('fault'), of('remark')]
  for (const { about } of [...faults, ...remarks]) requireSentence(about)
  return { items, blocks: of('intervals'), readings: of('reading'), faults, remarks }
}

export const readAll = (reader: MeterFileReader, content: string | Uint8Array, piece = 65_536) =>
  sorted(reader(meterFile(content, piece)))

/** "Name: line" of each, in the order of the file. */
export const named = (remarks: readonly Remark[]) => remarks.map(({ about }) => `${about.name}: ${about.line}`)

export interface Whole extends Pick<ReadAll, 'blocks' | 'readings'> {
  /** `Name line {facts}` of each, without what is empty. */
  faults: string[]
  remarks: string[]
}

export async function whole(items: AsyncIterable<MeterFileItem>): Promise<Whole> {
  const { blocks, readings, faults, remarks } = await sorted(items)
  return { blocks, readings, faults: faults.map(said), remarks: remarks.map(said) }
}

function said({ about: { name, facts, line } }: Remark): string {
  const shown = Object.keys(facts).length === 0 ? '' : ` ${JSON.stringify(facts)}`
  return `${name}${line === null ? '' : ` ${line}`}${shown}`
}

function requireSentence({ name, facts }: Remark['about']): void {
  for (const { fileFaults } of [en, zh]) {
    const sentence = (fileFaults as Readonly<Record<string, string>>)[name]
    if (sentence === undefined) throw new Error(`no sentence for ${name}`)
    for (const part of parse(sentence)) {
      if (part.type === TYPE.literal || part.type === TYPE.pound || part.type === TYPE.tag) continue
      const fact = facts[part.value]
      if (fact === undefined || (isCount(part.type) && typeof fact !== 'number'))
        throw new Error(`${name} needs ${part.value}, which is not among ${JSON.stringify(facts)}`)
    }
  }
}

const isCount = (type: TYPE) => type === TYPE.number || type === TYPE.plural

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
