/**
 * The frame that NEM12 and NEM13 share: a header (100), records, and an end (900), each a line of plain text with commas.
 * From AEMO's Meter Data File Format Specification. A line has the records of one day of one channel at most.
 */
import { Faulty, faultOf, shown } from '../faulty'
import type { MeterFile, MeterFileItem } from '../meter-file'

export type NemVersion = 'NEM12' | 'NEM13'

export interface NemRecord {
  line: number
  /** Trimmed. Empty ones at the end are left off: spreadsheets add them, and writers leave out those that are optional. */
  fields: readonly string[]
}

/** What reads the records between the header and the end. What it throws is Faulty. */
export interface NemBody {
  take(record: NemRecord): Iterable<MeterFileItem>
  /** What was waiting for the records that belong to it. */
  close(): Iterable<MeterFileItem>
}

/** A day of 5-minute values has 288; 20,000 characters are 69 for each. */
const LONGEST_LINE = 20_000
/** A piece is cut up, so that memory does not depend on who hands it over. */
const PIECE_BYTES = 65_536

/** Everything but text, the tab, and the return before the end of a line. */
const NOT_PLAIN = /[^\t\r\x20-\x7e]/

export async function* nemItems(file: MeterFile, version: NemVersion, body: NemBody): AsyncGenerator<MeterFileItem> {
  let last: 'nothing' | 'record' | 'end' = 'nothing'
  try {
    for await (const { text, line } of linesOf(file.bytes)) {
      if (text.trim() === '') continue
      if (last === 'nothing') requireHeader(text, version, line)
      const ends = /^\s*900\s*(?:,|$)/.test(text)
      if (last === 'end' && ends) throw new Faulty('NemEndAgain', {}, line)
      if (last === 'end') throw new Faulty('NemTextAfterEnd', { text: shown(plain(text)) }, line)
      if (last === 'record' && ends) {
        yield* body.close()
        last = 'end'
      } else if (last === 'record') yield* itemsOf(body, text, line)
      else last = 'record'
    }
    if (last === 'nothing') throw new Faulty('NemFileEmpty', {}, null)
    if (last === 'record') yield* body.close()
    if (last === 'record') throw new Faulty('NemEndMissing', {}, null)
  } catch (thrown) {
    yield faultOf(thrown)
  }
}

function* itemsOf(body: NemBody, text: string, line: number): Generator<MeterFileItem> {
  try {
    yield* body.take(recordOf(text, line))
  } catch (thrown) {
    yield faultOf(thrown)
  }
}

/** Bytes are characters until a line is looked at: 0x0A ends a line whatever the encoding is taken for. */
async function* linesOf(bytes: MeterFile['bytes']): AsyncGenerator<{ text: string; line: number }> {
  const decoder = new TextDecoder('latin1')
  let rest = ''
  let line = 1
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length; at += PIECE_BYTES) {
      const texts = (rest + decoder.decode(piece.subarray(at, at + PIECE_BYTES))).split('\n')
      rest = texts.pop() ?? ''
      for (const text of texts) yield { text: short(text, line), line: line++ }
      short(rest, line)
    }
  }
  yield { text: rest, line }
}

function short(text: string, line: number): string {
  if (text.length > LONGEST_LINE) throw new Faulty('NemLineTooLong', { most: LONGEST_LINE }, line)
  return text
}

function recordOf(text: string, line: number): NemRecord {
  if (NOT_PLAIN.test(text)) throw new Faulty('NemTextNotPlain', { text: shown(plain(text)) }, line)
  const fields = /[\s"]/.test(text) ? text.split(',').map(unquoted) : text.split(',')
  while (fields.length > 1 && fields.at(-1) === '') fields.pop()
  return { line, fields }
}

/** Spreadsheets put quotes around fields. None of ours holds a comma. */
function unquoted(field: string): string {
  const trimmed = field.trim()
  return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed
}

/** As a message may show it. */
const plain = (text: string) => text.trim().replace(/[^\x20-\x7e]/g, '?')

function requireHeader(text: string, version: NemVersion, line: number): void {
  // The mark that some programs put before UTF-8.
  const { fields } = recordOf(text.replace(/^ï»¿/, ''), line)
  const [code, found = ''] = fields
  if (code !== '100') throw new Faulty('NemHeaderMissing', { text: shown(plain(text)), expected: version }, line)
  if (found !== version) throw new Faulty('NemHeaderOther', { found: shown(found), expected: version }, line)
  requireFields({ line, fields }, { from: 3, to: 5 })
}

export function requireFields({ fields, line }: NemRecord, { from, to }: { from: number; to: number }): void {
  const found = fields.length
  if (found >= from && found <= to) return
  throw new Faulty('NemFieldsMiscounted', { record: shown(fields[0] ?? ''), found, from, to }, line)
}

/** The record is none of this kind of file, or stands where it has nothing to belong to. */
export function misplaced(record: NemRecord, version: NemVersion): Faulty {
  const [code = ''] = record.fields
  const known = version === 'NEM12' ? ['200', '300', '400', '500'] : ['250', '550']
  if (code === '100') return new Faulty('NemHeaderAgain', {}, record.line)
  if (known.includes(code)) return new Faulty('NemRecordMisplaced', { record: code }, record.line)
  return new Faulty('NemRecordUnknown', { record: shown(code), version }, record.line)
}
