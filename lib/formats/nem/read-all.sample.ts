/** For tests: everything a reader yields, each fault and remark with a sentence for it in both languages. */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { IntervalBlock, MeterFileItem, MeterFileReader, RegisterReading, Remark } from '@/lib/formats/meter-file'
import en from '@/messages/en.json'
import zh from '@/messages/zh.json'

export interface ReadAll {
  items: MeterFileItem[]
  blocks: IntervalBlock[]
  readings: RegisterReading[]
  faults: Remark[]
  remarks: Remark[]
}

export async function readAll(reader: MeterFileReader, content: string | Uint8Array, piece = 65_536): Promise<ReadAll> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const items: MeterFileItem[] = []
  for await (const item of reader({ name: 'a file', bytes: pieces(bytes, piece) })) items.push(item)
  const of = <Kind extends MeterFileItem['kind']>(kind: Kind) =>
    items.filter((item): item is Extract<MeterFileItem, { kind: Kind }> => item.kind === kind)
  const [faults, remarks] = [of('fault'), of('remark')]
  for (const { about } of [...faults, ...remarks]) requireSentence(about)
  return { items, blocks: of('intervals'), readings: of('reading'), faults, remarks }
}

export async function* pieces(bytes: Uint8Array, piece: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}

/** "Name: line" of each, in the order of the file. */
export const named = (remarks: readonly Remark[]) => remarks.map(({ about }) => `${about.name}: ${about.line}`)

function requireSentence({ name, facts }: Remark['about']): void {
  for (const { fileFaults } of [en, zh]) {
    const sentence = (fileFaults as Record<string, string>)[name]
    if (sentence === undefined) throw new Error(`${name} has no sentence`)
    for (const element of parse(sentence)) requireFact(element, facts)
  }
}

function requireFact(element: MessageFormatElement, facts: Remark['about']['facts']): void {
  if (element.type === TYPE.literal) return
  if (element.type !== TYPE.argument && element.type !== TYPE.number) throw new Error('only plain arguments are used')
  const fact = facts[element.value]
  if (fact === undefined || (element.type === TYPE.number && typeof fact !== 'number'))
    throw new Error(`${element.value} is not among ${JSON.stringify(facts)}`)
}
