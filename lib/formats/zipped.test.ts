import { Zip, ZipDeflate, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readNem12 } from './nem/nem12'
import { meterFile, named, readAll } from './reading.sample'
import { unzipped, zippedOrNot } from './zipped'

const text = (days: number) =>
  [
    '100,NEM12,202601010900,MDP,RETAILER',
    '200,NMI0000001,E1,1,E1,N1,SERIAL1,kWh,30,',
    ...Array.from(
      { length: days },
      (_, at) => `300,202601${String(at + 1).padStart(2, '0')},${'1.234,'.repeat(48)}A,,,,`,
    ),
    '900',
  ].join('\r\n')
const bytes = (content: string) => new TextEncoder().encode(content)
const nem = bytes(text(31))
const zip = (level: 0 | 6 = 6) => zipSync({ 'a.csv': [nem, { level }] })
const read = (content: Uint8Array, piece?: number) => readAll(zippedOrNot(readNem12), content, piece)
const faultsOf = async (content: Uint8Array) => named((await read(content)).faults)

/** As programs write it that do not know the length before they start: it follows the data. */
function streamed(...names: string[]): Uint8Array {
  const parts: Uint8Array[] = []
  const archive = new Zip((error, part) => (error ? expect.fail(String(error)) : parts.push(part)))
  for (const name of names) {
    const entry = new ZipDeflate(name)
    archive.add(entry)
    entry.push(nem.subarray(0, 1_000))
    entry.push(nem.subarray(1_000), true)
  }
  archive.end()
  return Uint8Array.from(Buffer.concat(parts))
}

/** A changed copy. Negative places are counted from the end: the directory of `a.csv` starts 73 bytes before it. */
function changed(content: Uint8Array, at: number, change: (byte: number) => number): Uint8Array {
  const copy = content.slice()
  const place = at < 0 ? copy.length + at : at
  copy[place] = change(copy[place] ?? 0)
  return copy
}

describe('zippedOrNot', () => {
  it.each([
    ['as it is', nem],
    ['deflated', zip()],
    ['stored', zip(0)],
    ['with its length after it', streamed('a.csv')],
    ['with a comment', Uint8Array.from([...changed(zip(), -2, () => 3), 65, 66, 67])],
  ])('reads a file %s, in pieces of any size', async (_, content) => {
    const { blocks, faults } = await read(content)
    expect([blocks.length, blocks[30]?.energyWh[47], faults]).toEqual([31, 1_234n, []])
    for (const piece of [1, 100]) expect((await read(content, piece)).items).toHaveLength(31)
  })

  it.each([
    ['two files', zipSync({ 'a.csv': nem, 'b.csv': nem }), 'ZipManyFiles: null'],
    ['two files, lengths after them', streamed('a.csv', 'b.csv'), 'ZipManyFiles: null'],
    ['a large second file', zipSync({ 'a.csv': nem, b: [new Uint8Array(1e6), { level: 0 }] }), 'ZipManyFiles: null'],
    ['no file', zipSync({}), 'ZipEmpty: null'],
    ['a ZIP', zipSync({ 'a.zip': zip() }), 'ZipNested: null'],
    ['a password', changed(zip(), 6, (flags) => flags | 1), 'ZipEncrypted: null'],
    ['AES', changed(zip(), 8, () => 99), 'ZipEncrypted: null'],
    ['another method', changed(zip(), 8, () => 12), 'ZipMethodUnknown: null'],
    ['another checksum', changed(zip(), -73 + 16, (byte) => byte ^ 1), 'ZipDamaged: null'],
    ['another length', changed(zip(), -73 + 24, (byte) => byte ^ 1), 'ZipDamaged: null'],
    ['no directory', zip().subarray(0, -22), 'ZipDamaged: null'],
    ['its first bytes alone', zip().subarray(0, 20), 'ZipDamaged: null'],
    ['megabytes after the data', Uint8Array.from([...zip(), ...new Uint8Array(1e6)]), 'ZipDamaged: null'],
  ])('refuses a ZIP with %s', async (_, content, fault) => expect(await faultsOf(content)).toEqual([fault]))

  it('refuses what was stored and has another checksum, though every number in it is one', async () => {
    const stored = zip(0)
    const at = Buffer.from(stored).indexOf('1.234')
    expect(await faultsOf(changed(stored, at, () => '2'.charCodeAt(0)))).toEqual(['ZipDamaged: null'])
  })

  it('refuses a bomb before it fills memory', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(32 * 2 ** 20) })
    expect(bomb.length).toBeLessThan(100_000)
    let made = 0
    const reading = async () => {
      for await (const piece of unzipped(meterFile(bomb, 65_536)).bytes) made += piece.length
    }
    await expect(reading()).rejects.toThrow('ZipShrunkTooMuch')
    expect(made).toBeLessThan(16 * 2 ** 20)
  })

  it('names a cut at any byte, and nothing but faults comes of a wrong bit', async () => {
    const whole = zip()
    for (let at = 4; at < whole.length; at += 3) expect((await read(whole.subarray(0, at))).faults).not.toEqual([])
    for (let at = 0; at < whole.length * 8; at += 17) {
      const flipped = changed(whole, at >> 3, (byte) => byte ^ (1 << (at & 7)))
      const { faults, blocks } = await read(flipped)
      // A bit of a name, a date or an attribute means nothing here; then all of the file is there.
      if (faults.length === 0) expect(blocks).toHaveLength(31)
    }
  })
})
