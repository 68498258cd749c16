import { describe, expect, it } from 'vitest'
import { wh } from '../units/units'
import { ChannelTotals, MOST_TOTALS, type NamedDay } from './channel-totals'

const part = (changes: Partial<NamedDay> = {}): NamedDay => ({
  ...{ meter: 'M1', channel: 'E1', direction: 'import', minutes: 360 },
  energyWh: [100n, 200n, 0n, 50n].map(wh),
  qualities: ['Measured', 'Estimated', null, 'Substituted'],
  ...changes,
})
const at = (meterId: string, day: string) => ({ meterId, number: `No ${meterId}`, day })

describe('ChannelTotals', () => {
  it('sums each channel over its days', () => {
    const totals = new ChannelTotals()
    totals.add(at('0x1', '2026-03-01'), [part(), part({ channel: 'B1', direction: 'export' })])
    totals.add(at('0x1', '2026-03-02'), [part({ qualities: ['Missing', 'Missing', 'Measured', 'Measured'] })])
    totals.add(at('0x1', '2026-03-05'), [part({ energyWh: [4_000_000_000n, 4_000_000_000n, 0n, 0n].map(wh) })])
    totals.add(at('0x2', '2026-03-01'), [part({ meter: 'M2' })])
    expect(totals.count).toBe(3)
    expect(totals.kept).toEqual([
      {
        ...{
          meterId: '0x1',
          meter: 'No 0x1',
          channel: 'E1',
          direction: 'import',
          from: '2026-03-01',
          to: '2026-03-05',
        },
        ...{ intervals: 12, energyWh: 8_000_000_700n, estimated: 2, substituted: 2, missing: 4 },
      },
      {
        ...{
          meterId: '0x1',
          meter: 'No 0x1',
          channel: 'B1',
          direction: 'export',
          from: '2026-03-01',
          to: '2026-03-01',
        },
        ...{ intervals: 4, energyWh: 350n, estimated: 1, substituted: 1, missing: 1 },
      },
      {
        ...{
          meterId: '0x2',
          meter: 'No 0x2',
          channel: 'E1',
          direction: 'import',
          from: '2026-03-01',
          to: '2026-03-01',
        },
        ...{ intervals: 4, energyWh: 350n, estimated: 1, substituted: 1, missing: 1 },
      },
    ])
  })

  it('keeps channels apart whose names run into each other', () => {
    const totals = new ChannelTotals()
    totals.add(at('0x1', '2026-03-01'), [part({ meter: 'A B', channel: 'C' }), part({ meter: 'A', channel: 'B C' })])
    expect(totals.count).toBe(2)
  })

  it('keeps the first channels and counts the rest', () => {
    const totals = new ChannelTotals()
    for (const day of ['2026-03-01', '2026-03-02'])
      totals.add(
        at('0x1', day),
        Array.from({ length: MOST_TOTALS - 1 }, (_, n) => part({ channel: `E${n}` })),
      )
    for (const day of ['2026-03-01', '2026-03-02'])
      totals.add(at('0x2', day), [part(), part({ channel: 'E2' }), part({ channel: 'E3' })])
    expect([totals.kept.length, totals.count]).toEqual([MOST_TOTALS, MOST_TOTALS + 2])
    expect(totals.kept.at(-1)).toMatchObject({ meterId: '0x2', channel: 'E1', intervals: 8, to: '2026-03-02' })
  })
})
