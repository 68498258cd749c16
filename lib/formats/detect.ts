/** What a file is, told from its first bytes: a name or a type that a browser sends may be wrong. */
import { METER_FORMATS, type MeterFormat } from './meter-file'

/** Why a file that is no meter file is refused; the sentence is `fileFaults.<name>`. */
export type NoMeterFile =
  | 'SpreadsheetNotText'
  | 'PdfNotText'
  | 'GzipNotUnpacked'
  | 'BinaryUnknown'
  | 'JsonNotMeterData'
  | 'HtmlNotMeterData'
  | 'FileIsEmpty'

export type Detected = { format: MeterFormat | 'zip' } | { refused: NoMeterFile }

/** How much of a file is looked at: where the first letters of a workbook's list of parts are, and more. */
export const BYTES_SEEN = 65_536

const BYTE_MARK = /^\uFEFF/
/** Bytes below a space that text has: tab, line ends, form feed, and the end mark of old files. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a])
const MOST_CONTROLS = 0.01

export function detect(first: Uint8Array): Detected {
  const bytes = first.subarray(0, BYTES_SEEN)
  const text = latin(bytes)
  if (bytes.length === 0 || text.trim() === '') return { refused: 'FileIsEmpty' }
  if (text.startsWith('PK')) return isSpreadsheet(text) ? { refused: 'SpreadsheetNotText' } : { format: 'zip' }
  if (text.startsWith('\x1f\x8b')) return { refused: 'GzipNotUnpacked' }
  if (text.startsWith('%PDF')) return { refused: 'PdfNotText' }
  // The workbooks from before 2007.
  if (text.startsWith('\xd0\xcf\x11\xe0')) return { refused: 'SpreadsheetNotText' }
  if (text.includes('\x1b\x1b\x1b\x1b\x01\x01\x01\x01')) return { format: 'sml' }
  if (isUtf16(text)) return { format: 'csv' }
  const written = text
    .replace(/^\xef\xbb\xbf/, '')
    .replace(BYTE_MARK, '')
    .trimStart()
  const telegram = /^\/[\x21-\x7e]{3,40}\r?\n/m.test(written.slice(0, 4_096))
  if (telegram) return { format: 'dsmr' }
  if (isBinary(bytes)) return { refused: 'BinaryUnknown' }
  return ofText(written)
}

function ofText(text: string): Detected {
  const record = /^"?100"?\s*,\s*"?(NEM1[23])/i.exec(text)
  if (record) return { format: record[1]?.toUpperCase() === 'NEM13' ? 'nem13' : 'nem12' }
  if (/^(<!doctype html|<html)/i.test(text)) return { refused: 'HtmlNotMeterData' }
  if (text.startsWith('<')) return { format: 'green-button' }
  return /^[{[]\s*["{[\]}]/.test(text) ? { refused: 'JsonNotMeterData' } : { format: 'csv' }
}

/** A workbook is a ZIP whose first entries are always called so. */
function isSpreadsheet(text: string): boolean {
  return text.includes('[Content_Types].xml') || text.includes('xl/') || text.includes('mimetypeapplication/vnd.oasis')
}

function isUtf16(text: string): boolean {
  return text.startsWith('\xff\xfe') || text.startsWith('\xfe\xff')
}

function isBinary(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) controls += 1
  return controls > bytes.length * MOST_CONTROLS || bytes.includes(0)
}

/** Each byte as one letter: enough to compare with. */
function latin(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 8_192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_192))
  return text
}

export function isMeterFormat(text: string): text is MeterFormat {
  return METER_FORMATS.some((format) => format === text)
}
