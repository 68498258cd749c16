/**
 * An XML file as a stream of what its tags say, with bounds on everything a stranger could make large. No document type is
 * accepted, so there are no entities to expand; nothing is fetched.
 */
import { SaxesParser } from 'saxes'
import { shownCell } from '../csv-rows'
import { Prolog } from './prolog'
import { utf8Pieces } from './utf8-pieces'

export type XmlPiece =
  | { kind: 'open'; space: string; name: string; attributes: Readonly<Record<string, string>>; line: number }
  | { kind: 'text'; text: string }
  | { kind: 'close'; line: number }

export interface XmlFault {
  kind: 'fault'
  name: 'XmlDoctype' | 'XmlEncoding' | 'XmlNotUtf8' | 'XmlMalformed' | 'XmlTooDeep' | 'XmlTooLong'
  facts: Readonly<Record<string, string | number>>
  line: number | null
}

const DEEPEST = 32
const MOST_ATTRIBUTES = 32
/** Characters of one tag, text or comment. */
const LONGEST = 65_536
const ENCODINGS = ['utf-8', 'us-ascii', 'ascii']

/** In batches, which is faster; a fault is the last of all. */
export async function* xmlPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<(XmlPiece | XmlFault)[]> {
  const reading = new XmlReading()
  for await (const text of utf8Pieces(bytes)) {
    if (typeof text === 'string') reading.write(text)
    else reading.refuse(text.name, text.facts)
    yield reading.take()
    if (reading.refused) return
  }
  reading.end()
  yield reading.take()
}

class XmlReading {
  refused = false
  private pieces: (XmlPiece | XmlFault)[] = []
  private depth = 0
  private attributes = 0
  /** Characters since the parser last had something to say. */
  private silent = 0
  private readonly prolog = new Prolog()
  private readonly parser = new SaxesParser({ xmlns: true, position: true })

  constructor() {
    const { parser } = this
    parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
      if (!ENCODINGS.includes(encoding.toLowerCase())) this.refuse('XmlEncoding', { encoding: shownCell(encoding) })
    })
    parser.on('error', ({ message }) => this.refuse('XmlMalformed', { problem: shownProblem(message) }))
    parser.on('doctype', () => this.refuse('XmlDoctype', {}))
    parser.on('comment', () => this.heard())
    parser.on('processinginstruction', () => this.heard())
    parser.on('opentagstart', () => this.opens())
    parser.on('attribute', () => this.attribute())
    parser.on('opentag', ({ uri, local, attributes }) => {
      const plain = Object.values(attributes).map((attribute) => [attribute.local, attribute.value] as const)
      this.say({ kind: 'open', space: uri, name: local, attributes: Object.fromEntries(plain), line: parser.line })
    })
    parser.on('text', (text) => this.say({ kind: 'text', text }))
    parser.on('cdata', (text) => this.say({ kind: 'text', text }))
    parser.on('closetag', () => {
      this.depth -= 1
      this.say({ kind: 'close', line: parser.line })
    })
  }

  write(text: string): void {
    if (this.prolog.holdsDoctype(text)) return this.refuse('XmlDoctype', {})
    this.silent += text.length
    this.parser.write(text)
    if (this.silent > LONGEST) this.refuse('XmlTooLong', { most: LONGEST })
  }

  end(): void {
    this.parser.close()
  }

  refuse(name: XmlFault['name'], facts: XmlFault['facts']): void {
    if (this.refused) return
    this.refused = true
    this.pieces.push({ kind: 'fault', name, facts, line: this.parser.line })
  }

  take(): (XmlPiece | XmlFault)[] {
    const taken = this.pieces
    this.pieces = []
    return taken
  }

  private heard(): void {
    this.silent = 0
  }

  private opens(): void {
    this.heard()
    this.attributes = 0
    this.depth += 1
    if (this.depth > DEEPEST) this.refuse('XmlTooDeep', { most: DEEPEST })
  }

  private attribute(): void {
    this.heard()
    this.attributes += 1
    if (this.attributes > MOST_ATTRIBUTES) this.refuse('XmlTooLong', { most: LONGEST })
  }

  private say(piece: XmlPiece): void {
    this.heard()
    if (!this.refused) this.pieces.push(piece)
  }
}

/** Without the place, which the fault has, and without what the file may have put in it. */
function shownProblem(message: string): string {
  return shownCell(message.replace(/^(?:undefined:)?\d+:\d+: /, ''))
}
