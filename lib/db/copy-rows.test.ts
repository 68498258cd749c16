/** The bytes of a COPY, against the format's documentation, written out by hand. */
import { describe, expect, it } from 'vitest'
import { CopyRows, type Column } from './copy-rows'

const HEAD = '5047434f50590aff0d0a00' + '00000000' + '00000000'
const END = 'ffff'
const hexOf = (rows: Column[][]) => Buffer.concat([...CopyRows.chunks(rows)]).toString('hex')

describe('rows for COPY', () => {
  it('hold each cell after its length, in network order', () => {
    const row = [{ text: 'aé电' }, { int4: -2 }, { int8: 258n }, { day: '2000-01-03' }, null, Uint8Array.of(7, 8)]
    const cells = [
      ...['00000006', '61c3a9e794b5', '00000004', 'fffffffe', '00000008', '0000000000000102'],
      ...['00000004', '00000002', 'ffffffff', '00000002', '0708'],
    ]
    expect(hexOf([row])).toBe(HEAD + '0006' + cells.join('') + END)
    expect(hexOf([[{ day: '1999-12-31' }]])).toBe(HEAD + '0001' + '00000004' + 'ffffffff' + END)
    expect(hexOf([])).toBe(HEAD + END)
  })

  it('are the same however much is handed on at a time', () => {
    // Longer than what is handed on at a time, and each character takes three bytes.
    const rows = [1, 400_000, 3].map((length): Column[] => [{ text: '电'.repeat(length) }])
    const cell = (length: number) => `0001${(3 * length).toString(16).padStart(8, '0')}${'e794b5'.repeat(length)}`
    const chunks = [...CopyRows.chunks(rows)]
    expect(chunks.length).toBeGreaterThan(1)
    expect(Buffer.concat(chunks).toString('hex')).toBe(HEAD + cell(1) + cell(400_000) + cell(3) + END)
  })
})
