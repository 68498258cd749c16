/** A line of a NEM file: plain text with commas. It holds one day of one channel at most. */
import { Faulty, shown } from '../faulty'

export type NemVersion = 'NEM12' | 'NEM13'

/** Everything but text, the tab, and the return before the end of a line. */
const NOT_PLAIN = /[^\t\r\x20-\x7e]/

export class NemRecord {
  /** 100, 200, … */
  readonly code: string
  private parts: readonly string[] | undefined

  constructor(
    readonly text: string,
    readonly line: number,
  ) {
    if (NOT_PLAIN.test(text)) throw new Faulty('NemTextNotPlain', { text: shown(plain(text)) }, line)
    this.code = unquoted(text.split(',', 1)[0] ?? '')
  }

  /** Trimmed. Empty ones at the end are left off: spreadsheets add them, and writers leave out those that are optional. */
  get fields(): readonly string[] {
    return (this.parts ??= fieldsOf(this.text))
  }
}

export function fieldsOf(text: string): string[] {
  const fields = /[\s"]/.test(text) ? text.split(',').map(unquoted) : text.split(',')
  while (fields.length > 1 && fields.at(-1) === '') fields.pop()
  return fields
}

/** Spreadsheets put quotes around fields. None of ours holds a comma. */
function unquoted(field: string): string {
  const trimmed = field.trim()
  return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed
}

/** As a message may show it. */
export const plain = (text: string) => text.trim().replace(/[^\x20-\x7e]/g, '?')

export function requireFields({ code, fields, line }: NemRecord, { from, to }: { from: number; to: number }): void {
  const found = fields.length
  if (found >= from && found <= to) return
  throw new Faulty('NemFieldsMiscounted', { record: shown(code), found, from, to }, line)
}

/** The record is none of this kind of file, or stands where it has nothing to belong to. */
export function misplaced({ code, line }: NemRecord, version: NemVersion): Faulty {
  const known = version === 'NEM12' ? ['200', '300', '400', '500'] : ['250', '550']
  if (code === '100') return new Faulty('NemHeaderAgain', {}, line)
  if (known.includes(code)) return new Faulty('NemRecordMisplaced', { record: code }, line)
  return new Faulty('NemRecordUnknown', { record: shown(code), version }, line)
}
