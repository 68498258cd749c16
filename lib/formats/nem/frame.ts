/**
 * The frame that NEM12 and NEM13 share: a header (100), records, and an end (900). From AEMO's Meter Data File Format
 * Specification.
 */
import { Faulty, faultOf, shown } from '../faulty'
import { FileReport } from '../file-report'
import type { MeterFile, MeterFileItem, Remark } from '../meter-file'
import { NemRecord, plain, requireFields, type NemVersion } from './record'

/** A day of 5-minute values has 288; 20,000 characters are 69 for each. */
const LONGEST_LINE = 20_000
/** A piece is cut up, so that memory does not depend on who hands it over. */
const PIECE_BYTES = 65_536

/** What reads the records between the header and the end. What it throws is Faulty. */
export interface NemBody {
  take(record: NemRecord): Iterable<MeterFileItem>
  /** What was waiting for the records that belong to it. */
  close(): Iterable<MeterFileItem>
}

export async function* readNem(file: MeterFile, version: NemVersion, body: NemBody): AsyncGenerator<MeterFileItem> {
  const report = new FileReport()
  const frame = new NemFrame(version, body)
  try {
    for await (const lines of linesOf(file.bytes))
      for (const { text, line } of lines)
        for (const item of frame.take(text, line)) {
          // Not by yield*: it waits once more for each item, and a large file has millions.
          if (item.kind !== 'fault' && item.kind !== 'remark') yield item
          else for (const said of reported(report, item)) yield said
          if (report.full) return
        }
    for (const item of frame.end()) if (item.kind === 'fault') yield* reported(report, item)
  } catch (thrown) {
    yield* reported(report, faultOf(thrown))
  }
  yield* report.end()
}

function reported(report: FileReport, { kind, about }: Remark): Remark[] {
  report[kind](about.name, about.line, about.facts)
  return report.take()
}

class NemFrame {
  private last: 'nothing' | 'record' | 'end' = 'nothing'

  constructor(
    private readonly version: NemVersion,
    private readonly body: NemBody,
  ) {}

  /** Throws what ends the reading, and yields what does not. */
  *take(text: string, line: number): Generator<MeterFileItem> {
    if (text.trim() === '') return
    const ends = /^\s*900\s*(?:,|$)/.test(text)
    if (this.last === 'nothing') {
      requireHeader(text, this.version, line)
      this.last = 'record'
    } else if (this.last === 'end') {
      if (ends) throw new Faulty('NemEndAgain', {}, line)
      throw new Faulty('NemTextAfterEnd', { text: shown(plain(text)) }, line)
    } else if (ends) {
      this.last = 'end'
      yield* this.body.close()
    } else {
      try {
        yield* this.body.take(new NemRecord(text, line))
      } catch (thrown) {
        yield faultOf(thrown)
      }
    }
  }

  /** After the last line. */
  *end(): Generator<MeterFileItem> {
    if (this.last === 'nothing') throw new Faulty('NemFileEmpty', {}, null)
    if (this.last === 'end') return
    yield* this.body.close()
    throw new Faulty('NemEndMissing', {}, null)
  }
}

interface Line {
  text: string
  line: number
}

/** Bytes are characters until a line is looked at: 0x0A ends a line whatever the encoding is taken for. */
async function* linesOf(bytes: MeterFile['bytes']): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder('latin1')
  let rest = ''
  let line = 1
  for await (const piece of bytes)
    for (let at = 0; at < piece.length; at += PIECE_BYTES) {
      const texts = (rest + decoder.decode(piece.subarray(at, at + PIECE_BYTES))).split('\n')
      rest = texts.pop() ?? ''
      const long = texts.findIndex((text) => text.length > LONGEST_LINE)
      const lines = (long < 0 ? texts : texts.slice(0, long)).map((text) => ({ text, line: line++ }))
      if (lines.length > 0) yield lines
      if (long >= 0 || rest.length > LONGEST_LINE) throw new Faulty('NemLineTooLong', { most: LONGEST_LINE }, line)
    }
  yield [{ text: rest, line }]
}

function requireHeader(text: string, version: NemVersion, line: number): void {
  // The mark that some programs put before UTF-8.
  const record = new NemRecord(text.replace(/^ï»¿/, ''), line)
  const [code, found = ''] = record.fields
  if (code !== '100') throw new Faulty('NemHeaderMissing', { text: shown(plain(text)), expected: version }, line)
  if (found !== version) throw new Faulty('NemHeaderOther', { found: shown(found), expected: version }, line)
  requireFields(record, { from: 3, to: 5 })
}
