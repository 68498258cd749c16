import { describe, expect, it } from 'vitest'
import { lookAtFile, meaningOf } from './look-at-file'

const bytes = (text: string) => new TextEncoder().encode(text)
const place = { name: 'use.csv', zone: 'Asia/Shanghai' }
/** Half-hours of one morning, in kWh with a decimal comma. */
const UNKNOWN = bytes(
  'When;Bezug kWh;Einspeisung kWh\n' +
    '26.11.2026 00:00;0,250;0\n26.11.2026 00:30;0,125;0\n26.11.2026 01:00;0,5;0,1\n26.11.2026 01:30;1;0\n26.11.20',
)

describe('looking at a file', () => {
  it('tells formats apart, and names why something is none', () => {
    expect(lookAtFile(bytes('100,NEM12,200501011534,MDA1,Ret1\n'), place)).toMatchObject({ format: 'nem12', csv: null })
    expect(lookAtFile(bytes('%PDF-1.7'), place)).toMatchObject({ format: null, refused: 'PdfNotText' })
    expect(lookAtFile(bytes(''), place)).toMatchObject({ refused: 'FileIsEmpty' })
  })

  it('shows the first rows of a delimited file with a proposal', () => {
    const { csv } = lookAtFile(UNKNOWN, place)
    expect(csv?.header).toEqual(['When', 'Bezug kWh', 'Einspeisung kWh'])
    expect(csv?.rows[0]).toEqual(['26.11.2026 00:00', '0,250', '0'])
    expect(csv?.known).toBeNull()
    expect(csv?.mapping).toMatchObject({ text: { decimal: ',' }, time: { kind: 'stamp', order: 'dmy' } })
  })

  it('says what a mapping would make of the rows: 00:00 in Shanghai is 16:00 UTC of the day before', async () => {
    const { csv } = lookAtFile(UNKNOWN, place)
    const meaning = await meaningOf(UNKNOWN, csv?.mapping, place.name)
    const taken = meaning.intervals.filter(({ direction }) => direction === 'import')
    expect(taken.slice(0, 2)).toMatchObject([
      { start: Date.UTC(2026, 10, 25, 16) / 1_000, seconds: 1_800, energyWh: 250n, quality: 'Measured' },
      { start: Date.UTC(2026, 10, 25, 16, 30) / 1_000, seconds: 1_800, energyWh: 125n },
    ])
    expect(meaning.problems).toEqual([])
  })

  it('names what is wrong with a mapping, and with the rows read by it', async () => {
    expect((await meaningOf(UNKNOWN, { version: 1 }, place.name)).problems.length).toBeGreaterThan(0)
    const { csv } = lookAtFile(UNKNOWN, place)
    const wrong = { ...csv?.mapping, time: { kind: 'stamp', column: 'When', order: 'ymd' } }
    expect((await meaningOf(UNKNOWN, wrong, place.name)).faults[0]?.name).toMatch(/^Csv/)
  })
})
