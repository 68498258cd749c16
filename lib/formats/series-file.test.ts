import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { listSeries, readSeries } from './measured-years'
import { formatSeries, parseSeries } from './series-file'

const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)
const sources = await listSeries()

describe('measured years', () => {
  it('holds ten industrial consumers and ten households', () => {
    expect(sources.filter((source) => source.kind === 'industrial')).toHaveLength(10)
    expect(sources.filter((source) => source.kind === 'household')).toHaveLength(10)
    expect(new Set(sources.map((source) => source.key)).size).toBe(20)
  })

  it.each(sources)('$key is the whole year that sources.json describes', async (source) => {
    const series = await readSeries(source)
    expect(series.start).toBe(source.start)
    expect(series.importWh).toHaveLength(source.days * 24)
    expect(series.exportWh).toHaveLength(source.days * 24)
    expect(String(sum(series.importWh))).toBe(source.importWh)
    expect(String(sum(series.exportWh))).toBe(source.exportWh)
    expect(series.importWh.some((energy) => String(energy) === source.peakHourWh)).toBe(true)
    const text = await readFile(new URL(`../../prisma/seed-data/${source.file}`, import.meta.url), 'utf8')
    expect(formatSeries(series)).toBe(text)
  })
})

describe('series files', () => {
  const zeros = Array.from({ length: 24 }, () => wh(0n))
  const ones = Array.from({ length: 24 }, () => wh(1n))
  const text = formatSeries({ start: '2024-02-28', importWh: [...ones, ...ones], exportWh: [...zeros, ...ones] })

  it('writes no export line for a day without export', () => {
    expect(text.split('\n').map((line) => line.slice(0, 17))).toEqual([
      'date,direction,00',
      '2024-02-28,import',
      '2024-02-29,import',
      '2024-02-29,export',
      '',
    ])
  })

  it('refuses a missing day, a doubled line, a fraction and another header', () => {
    expect(() => parseSeries(text.replaceAll('2024-02-29', '2024-03-01'))).toThrow('line 3 is out of order')
    expect(() => parseSeries(text.replace('2024-02-29,import', '2024-02-28,import'))).toThrow('line 3 is out of order')
    expect(() => parseSeries(text.replace('import,1', 'import,1.5'))).toThrow('line 2 does not hold 24 whole Wh')
    expect(() => parseSeries(text + text.trimEnd().split('\n').at(-1))).toThrow('line 5 is out of order')
    expect(() => parseSeries(text.slice(5))).toThrow('header')
  })
})
