import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { damaged, meterFile, whole } from '../reading.sample'
import { feed, HEAD, intervalBlock, meterReading, reading, readingType, START, usagePoint } from './feed.sample'
import { readGreenButton } from './read-green-button'

const encoder = new TextEncoder()
const read = (content: string | Uint8Array, size = 16_384) => whole(readGreenButton(meterFile(content, size)))
const names = async (content: string | Uint8Array, size?: number) =>
  (await read(content, size)).faults.map((fault) => fault.split(' ')[0])

/** Counts bytes as they are asked for, in a stream that has no end of its own. */
async function endless(head: string, part: string, most = 50_000_000) {
  let given = 0
  async function* bytes() {
    yield encoder.encode(head)
    const piece = encoder.encode(part.repeat(Math.ceil(65_536 / part.length)))
    for (; given < most; given += piece.length) yield piece
  }
  const { faults } = await whole(readGreenButton({ name: 'endless', bytes: bytes() }))
  return { faults: faults.map((fault) => fault.split(' ')[0]), given }
}

describe('hostile Green Button files', () => {
  const bomb = `<?xml version="1.0"?>
<!DOCTYPE feed [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<feed xmlns="http://www.w3.org/2005/Atom"><title>&c;</title></feed>`
  const outside = '<!-- a -->\n<!DOCTYPE feed SYSTEM "http://example.com/feed.dtd"><feed/>'
  const commented = feed().replace('<feed', '<!-- <!DOCTYPE --><feed')

  it.each([1, 2, 16_384])('refuses a DOCTYPE at once, in pieces of %i', async (size) => {
    expect((await read(bomb, size)).faults).toEqual([expect.stringMatching(/^XmlDoctype [12]$/)])
    expect(await names(outside, size)).toEqual(['XmlDoctype'])
    expect(await names(commented, size)).toEqual(['EspiNoEnergy'])
  })

  it.each([
    ['XmlDoctype', '<!DOCTYPE feed [', '<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">'],
    ['XmlTooLong', '<!-- ', 'comment '],
    ['XmlTooLong', `${HEAD}<title>`, 'text '],
    ['XmlTooLong', `${HEAD}<title a="`, 'value '],
    ['XmlTooLong', `${HEAD}<`, 'name'],
    ['XmlTooLong', `${HEAD}<title`, ' '],
    ['XmlTooLong', `${HEAD}<![CDATA[`, 'data '],
    ['XmlTooLong', HEAD, ' '],
    ['XmlTooDeep', HEAD, '<a>'],
    ['XmlTooLong', `${HEAD}<a `, 'a="1" '],
  ])('refuses %s in a file without end: %s…', async (name, head, part) => {
    const { faults, given } = await endless(head, part)
    expect(faults).toEqual([name])
    expect(given).toBeLessThan(400_000)
  })

  it('refuses more attributes than anyone writes, and more entries', async () => {
    const many = Array.from({ length: 40 }, (_, index) => `a${index}="1"`).join(' ')
    expect(await names(`${HEAD}<a ${many}/></feed>`)).toEqual(['XmlTooLong'])
    const points = Array.from({ length: 10_001 }, (_, index) => usagePoint(`P${index}`))
    expect(await names(feed(...points))).toEqual(['EspiTooManyEntries'])
  })

  it.each([
    ['XmlEncoding', Uint8Array.of(0xff, 0xfe, 0x3c, 0)],
    ['XmlEncoding', Uint8Array.of(0x3c, 0, 0x66, 0)],
    ['XmlEncoding', '<?xml version="1.0" encoding="ISO-8859-1"?><feed/>'],
    ['XmlNotUtf8', Uint8Array.of(0x3c, 0x61, 0xff)],
    ['XmlNotUtf8', Uint8Array.of(0x1f, 0x8b, 0x08, 0)],
    ['XmlNotUtf8', encoder.encode('<a>é').slice(0, -1)],
    ['XmlMalformed', ''],
    ['XmlMalformed', 'NMI,2026'],
    ['XmlMalformed', '{"a": 1}'],
    ['XmlMalformed', `${HEAD}&nbsp;</feed>`],
    ['XmlMalformed', `${HEAD}<a></b></feed>`],
    ['XmlMalformed', `${HEAD}<b:a/></feed>`],
    ['XmlMalformed', HEAD],
  ])('refuses as %s: %j', async (name, content) => expect(await names(content, 1)).toEqual([name]))

  it('holds a bounded number of intervals for a reading type that does not come', async () => {
    const hours = Array.from({ length: 1_000 }, (_, index) => reading({ start: START + index * 3_600, value: 1 }))
    const block = encoder.encode(intervalBlock('A/MeterReading/01', hours))
    async function* bytes() {
      yield encoder.encode(HEAD + usagePoint('A') + meterReading('A', '01', '07'))
      for (let count = 0; count < 1_000; count += 1) yield block
      yield encoder.encode(readingType('07') + '</feed>')
    }
    const found = await whole(readGreenButton({ name: 'late', bytes: bytes() }))
    expect([found.faults, found.blocks]).toEqual([['EspiTypeTooLate 213'], []])
  })

  it('stops after a hundred faults', async () => {
    const wrong = Array.from({ length: 5_000 }, () => reading({ start: START, value: 'x' }))
    const parts = [usagePoint('A'), meterReading('A', '01', '07'), readingType('07')]
    expect((await read(feed(...parts, intervalBlock('A/MeterReading/01', wrong)))).faults).toHaveLength(100)
  })

  it('throws nothing, whatever is cut off or turned over', async () => {
    const bytes = readFileSync(new URL('../samples/green-button/electric_containerized_abridged.xml', import.meta.url))
    for (const damage of damaged(bytes, 1_000)) await read(damage, 3_000)
  })

  it('reads a long feed in flat memory', async () => {
    const hours = Array.from({ length: 1_000 }, (_, index) => reading({ start: START + index * 3_600, value: 1 }))
    const block = encoder.encode(intervalBlock('A/MeterReading/01', hours))
    async function* bytes() {
      yield encoder.encode(HEAD + usagePoint('A') + meterReading('A', '01', '07') + readingType('07'))
      for (let count = 0; count < 100; count += 1) yield block
      yield encoder.encode('</feed>')
    }
    const before = process.memoryUsage().heapUsed
    let [intervals, most] = [0, 0]
    for await (const item of readGreenButton({ name: 'long', bytes: bytes() })) {
      if (item.kind === 'intervals') intervals += item.energyWh.length
      most = Math.max(most, process.memoryUsage().heapUsed - before)
    }
    expect(intervals).toBe(100_000)
    expect(most).toBeLessThan(64 * 1_024 * 1_024)
  })
})
