import { describe, expect, it } from 'vitest'
import { erasable, type ErasureFacts } from './erasure'

const today = '2026-11-27'
const facts: ErasureFacts = { stays: [{ from: '2025-01-01', to: null }], unbilledFrom: null, estimated: [], today }
const of = (changes: Partial<ErasureFacts>) => erasable({ ...facts, ...changes })

describe('erasable', () => {
  it('is everything up to yesterday where nothing more is billed', () => {
    expect(of({})).toEqual({ spans: [{ from: '2025-01-01', to: today }], kept: [] })
  })

  it('leaves the month that is not billed yet', () => {
    expect(of({ unbilledFrom: '2026-11-01' })).toEqual({
      spans: [{ from: '2025-01-01', to: '2026-11-01' }],
      kept: [{ from: '2026-11-01', to: today, because: 'unbilled' }],
    })
  })

  it('leaves what a bill on an estimate stands on, and takes what lies around it', () => {
    const estimated = [{ from: '2026-03-01', to: '2026-04-01' }]
    expect(of({ estimated, unbilledFrom: '2026-11-01' })).toEqual({
      spans: [
        { from: '2025-01-01', to: '2026-03-01' },
        { from: '2026-04-01', to: '2026-11-01' },
      ],
      kept: [
        { from: '2026-03-01', to: '2026-04-01', because: 'estimated' },
        { from: '2026-11-01', to: today, because: 'unbilled' },
      ],
    })
  })

  it('says nothing of estimates and months of somebody else', () => {
    const stays = [{ from: '2025-01-01', to: '2025-06-01' }]
    const estimated = [
      { from: '2024-11-01', to: '2024-12-01' },
      { from: '2026-03-01', to: '2026-04-01' },
    ]
    expect(of({ stays, estimated, unbilledFrom: '2026-11-01' })).toEqual({
      spans: [{ from: '2025-01-01', to: '2025-06-01' }],
      kept: [],
    })
  })

  it('leaves of an estimate what the person lived through', () => {
    const stays = [{ from: '2025-01-15', to: '2025-06-01' }]
    const estimated = [{ from: '2025-01-01', to: '2025-02-01' }]
    expect(of({ stays, estimated })).toEqual({
      spans: [{ from: '2025-02-01', to: '2025-06-01' }],
      kept: [{ from: '2025-01-15', to: '2025-02-01', because: 'estimated' }],
    })
  })

  it('counts a day once that several stays cover, and leaves the days between', () => {
    const stays = [
      { from: '2025-09-01', to: null },
      { from: '2025-01-01', to: '2025-03-01' },
      { from: '2025-02-01', to: '2025-04-01' },
      { from: '2025-04-01', to: '2025-05-01' },
    ]
    expect(of({ stays }).spans).toEqual([
      { from: '2025-01-01', to: '2025-05-01' },
      { from: '2025-09-01', to: today },
    ])
  })

  it('is nothing where supply has just begun', () => {
    expect(of({ stays: [{ from: '2026-11-10', to: null }], unbilledFrom: '2026-11-10' }).spans).toEqual([])
    expect(of({ stays: [{ from: '2027-01-01', to: null }] }).spans).toEqual([])
    expect(of({ stays: [] })).toEqual({ spans: [], kept: [] })
  })
})
