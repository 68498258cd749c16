import { describe, expect, it } from 'vitest'
import { UTC_KWH } from './csv.sample'
import { csvMappingSchema, type CsvMappingInput } from './mapping'

type Channel = CsvMappingInput['channels'][number]
const one = (changes: Partial<Channel> = {}): Channel[] => [
  { channel: 'import', direction: 'import', unit: 'kWh', columns: ['kWh'], ...changes },
]

describe('a mapping', () => {
  it('is plain JSON that reads back as it was', () => {
    const mapping = csvMappingSchema.parse(UTC_KWH)
    expect(csvMappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
  })

  it.each([
    ['another version', { version: 2 }],
    ['no such zone', { zone: 'Mars/Olympus' }],
    ['no channel', { channels: [] }],
    ['a channel without a column', { channels: one({ columns: [] }) }],
    ['two channels of one name', { channels: [...one(), ...one()] }],
    ['one sign for decimals and thousands', { text: { decimal: ',', thousands: ',' } }],
    ['a column at place 0', { channels: one({ columns: [0] }) }],
    ['a factor that is no number', { channels: one({ factor: '1e9' }) }],
    ['an interval of 7 minutes', { seconds: 420 }],
    ['rows counted from no time', { time: { kind: 'counted', start: 'yesterday' } }],
    ['rows counted from a day there is not', { time: { kind: 'counted', start: '2026-02-29' } }],
    ['a start the clocks skip', { time: { kind: 'counted', start: '2026-03-29 01:30' }, zone: 'Europe/London' }],
    ['a word it does not know', { timezone: 'UTC' }],
  ])('is refused with %s', (_, changes) => {
    expect(csvMappingSchema.safeParse({ ...UTC_KWH, ...changes }).success).toBe(false)
  })

  it('may count rows from an instant the clock shows', () => {
    const time = { kind: 'counted', start: '2026-03-29 02:30' }
    expect(csvMappingSchema.safeParse({ ...UTC_KWH, time, zone: 'Europe/London' }).success).toBe(true)
  })
})
