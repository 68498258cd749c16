import { describe, expect, it } from 'vitest'
import { detect } from './detect'
import type { MeterFileItem } from './meter-file'
import { readMeterFile } from './read-meter-file'
import { inOrder, whole } from './reading.sample'
import { zipSync, strToU8 } from 'fflate'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('a file is told by its first bytes', () => {
  it.each([
    ['nem12', '100,NEM12,200405011135,MDA1,Ret1\r\n'],
    ['nem12', '\xef\xbb\xbf100,NEM12,200405011135,MDA1,Ret1\r\n'],
    ['nem13', '100,NEM13,200405011135,MDA1,Ret1\r\n'],
    ['green-button', '<?xml version="1.0"?><feed/>'],
    ['green-button', '\xef\xbb\xbf\n<feed/>'],
    ['dsmr', '/ISk5\\2MT382-1004\r\n\r\n0-0:96.1.1(00)\r\n'],
    ['dsmr', '1-0:1.8.1(1*kWh)\r\n!\r\n/KFM5KAIFA-METER\r\n\r\n'],
    ['sml', '\x1b\x1b\x1b\x1b\x01\x01\x01\x01\x76\x05'],
    ['sml', 'xx\x1b\x1b\x1b\x1b\x01\x01\x01\x01\x76\x05'],
    ['zip', 'PK\x03\x04\x14\x00\x00\x00\x08\x00nem.csv'],
    ['csv', 'time,kWh\n'],
    ['csv', '\xff\xfet\x00i\x00'],
    ['csv', '100,200\n'],
  ])('%s', (format, text) => {
    expect(detect(bytes(text))).toEqual({ format })
  })

  it.each([
    ['SpreadsheetNotText', 'PK\x03\x04\x14\x00\x06\x00[Content_Types].xml'],
    ['SpreadsheetNotText', 'PK\x03\x04\x14\x00\x06\x00xl/workbook.xml'],
    ['SpreadsheetNotText', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['GzipNotUnpacked', '\x1f\x8b\x08\x00'],
    ['PdfNotText', '%PDF-1.7'],
    ['BinaryUnknown', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
    ['JsonNotMeterData', '{"a": 1}'],
    ['JsonNotMeterData', '[\n  {"a": 1}]'],
    ['HtmlNotMeterData', '<!DOCTYPE html><html>'],
    ['FileIsEmpty', ''],
    ['FileIsEmpty', ' \r\n'],
  ])('%s', async (refused, text) => {
    expect(detect(bytes(text))).toEqual({ refused })
    expect(await itemsOf(bytes(text))).toEqual(fault(refused))
  })
})

async function itemsOf(...pieces: Uint8Array[]): Promise<MeterFileItem[]> {
  async function* stream() {
    yield* pieces
  }
  const items: MeterFileItem[] = []
  for await (const item of readMeterFile({ name: 'a file', bytes: stream() })) items.push(item)
  await whole(inOrder(items))
  return items
}

const ESB =
  'MPRN,Meter Serial Number,Read Value,Read Type,Read Date and End Time\n1,2,0.5,Active Import Interval (kW),01-01-2026 01:00\n'
const fault = (name: string) => [{ kind: 'fault', about: { name, facts: {}, line: null } }]

describe('the doorway of all formats', () => {
  it('reads a delimited file of a known shape, in one piece or byte by byte', async () => {
    const expected = [expect.objectContaining({ kind: 'intervals', meter: '1', energyWh: [250n] })]
    expect(await itemsOf(strToU8(ESB))).toEqual(expected)
    expect(await itemsOf(...[...strToU8(ESB)].map((byte) => Uint8Array.of(byte)))).toEqual(expected)
  })

  it('takes the file out of a ZIP, and refuses a ZIP in it', async () => {
    const zip = zipSync({ 'a.csv': strToU8(ESB) })
    expect(await itemsOf(zip)).toEqual([expect.objectContaining({ meter: '1' })])
    expect(await itemsOf(zipSync({ 'a.zip': zip }))).toEqual(fault('ZipNested'))
    expect(await itemsOf(zip.slice(0, 60))).toEqual([expect.objectContaining({ kind: 'fault' })])
  })

  it('asks how to read a delimited file nobody knows', async () => {
    expect(await itemsOf(strToU8('time,kWh\n2026-01-01 00:00,1\n2026-01-01 01:00,1\n'))).toEqual(
      fault('CsvMappingNeeded'),
    )
    expect(await itemsOf(strToU8('name,place\nx,y\n'))).toEqual(fault('CsvNoTimes'))
  })

  it('refuses by name what is no meter file, and lets go of its bytes', async () => {
    let isClosed = false
    async function* stream() {
      try {
        for (;;) yield bytes('%PDF-1.7' + 'x'.repeat(70_000))
      } finally {
        isClosed = true
      }
    }
    const items: MeterFileItem[] = []
    for await (const item of readMeterFile({ name: 'a.pdf', bytes: stream() })) items.push(item)
    expect([items, isClosed]).toEqual([fault('PdfNotText'), true])
  })
})
