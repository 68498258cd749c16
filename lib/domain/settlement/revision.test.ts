import { describe, expect, it } from 'vitest'
import { registerValues } from '../metering/register-values'
import type { Read } from '../metering/read'
import { watt, wh } from '../units/units'
import { areMeasured, pairBehind, pairsOf, replacedReads, type BillReads } from './revision'

const HOUR_S = 3_600
const meter = { digits: 6, multiplier: 10, capacity: watt(100_000n) }

function read(time: number, value: bigint, quality: Read['quality'] = 'Measured'): Read {
  const importWh = registerValues([value, 0n, 0n, 0n, 0n].map(wh))
  const rest = { sequence: 1, exportWh: wh(0n), maxDemand: watt(0n), intervalRoot: '0x' } as const
  return { meterId: '0x', time, quality, importWh, ...rest }
}

const first: BillReads = { opening: read(0, 100n, 'Estimated'), closing: read(HOUR_S, 900n, 'Estimated') }
const known: BillReads = { opening: read(0, 150n), closing: read(HOUR_S, 800n) }
const used = (energy: bigint) => registerValues([energy, 0n, 0n, 0n, 0n].map(wh))

describe('pairBehind', () => {
  it.each([
    ['both true reads', 6_500n, 'Measured', 'Measured'],
    ['only the opening one', 7_500n, 'Measured', 'Estimated'],
    ['only the closing one', 7_000n, 'Estimated', 'Measured'],
    ['neither', 8_000n, 'Estimated', 'Estimated'],
  ] as const)('knows a run from %s by its energy', (_, energy, opening, closing) => {
    const pair = pairBehind(used(energy), pairsOf(first, known), meter)
    expect([pair?.opening.quality, pair?.closing.quality]).toEqual([opening, closing])
  })

  it('prefers the best known reads where the energy is the same, and knows nothing of other energy', () => {
    const alike = { ...first, opening: read(0, 150n, 'Substituted'), closing: read(HOUR_S, 800n, 'Substituted') }
    expect(pairBehind(used(6_500n), pairsOf(alike, known), meter)).toEqual(known)
    expect(pairBehind(used(1n), pairsOf(first, known), meter)).toBeNull()
  })

  it('passes over reads that no meter could have counted', () => {
    const backwards = { opening: read(0, 950n, 'Estimated'), closing: known.closing }
    expect(pairBehind(used(6_500n), [backwards, known], meter)).toEqual(known)
  })
})

describe('replacedReads', () => {
  it('are those that were estimated before and are measured now', () => {
    expect(replacedReads(first, known).map(({ end }) => end)).toEqual(['opening', 'closing'])
    const half = { opening: known.opening, closing: first.closing }
    expect(replacedReads(half, known)).toEqual([{ end: 'closing', estimated: first.closing, measured: known.closing }])
    expect([areMeasured(half), areMeasured(known)]).toEqual([false, true])
  })
})
