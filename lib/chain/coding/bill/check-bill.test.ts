/** The worked check of SPEC section 7, without a chain. What the chain says is checked on a real one: lib/services/bill-file.spec.ts. */
import { describe, expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { checkBill } from './check-bill'
import { sampleFile, sampleMarket } from './file.sample'
import type { BillFile } from './file'

const offline = (file: BillFile) => checkBill(file, sampleMarket, null)

describe('checkBill without a chain', () => {
  it('works every line of the published example out again, to the millionth', async () => {
    const { checks } = await offline(sampleFile())
    const lines = checks.filter(({ name }) => name === 'line' || name === 'total')
    expect(lines.map(({ kind, figures }) => [kind ?? 'total', figures?.again])).toEqual([
      ['Energy', 40_369_350_000n],
      ['LineLoss', 1_432_515_000n],
      ['SystemOperation', 8_638_665_000n],
      ['GovernmentFund', 4_746_000_000n],
      ['Network', 13_261_500_000n],
      ['Excess', 5_019_522_200n],
      ['total', 73_467_552_200n],
    ])
    expect(lines.every(({ again, chain }) => again === 'right' && chain === 'unknown')).toBe(true)
  })

  it('finds a signature that no such key made', async () => {
    const { checks, verdict } = await offline(sampleFile())
    expect(checks.filter(({ again }) => again === 'wrong').map(({ name, end }) => [name, end])).toEqual([
      ['signature', 'opening'],
      ['signature', 'closing'],
    ])
    expect(verdict).toBe('wrong')
  })

  it('one Wh more contracted moves the band, and the lines say so', async () => {
    const file = sampleFile()
    file.agreement.terms.contracted = file.agreement.terms.contracted.map((energy) => wh(energy + 20n))
    const { checks } = await offline(file)
    const wrong = checks.filter(({ again, name }) => again === 'wrong' && name !== 'signature')
    expect(wrong.map(({ name, kind }) => kind ?? name)).toEqual([
      ...[
        'Energy',
        'LineLoss',
        'SystemOperation',
        'GovernmentFund',
        'Network',
        'Excess',
        'contracted',
        'total',
        'terms',
      ],
    ])
  })

  it('credits lower the energy line and no other', async () => {
    const file = sampleFile()
    file.runs[0].surplus = { bought: wh(0n), sold: wh(0n), taken: wh(5_000_000n) }
    const { checks } = await offline(file)
    const wrong = checks.filter(({ again, name }) => again === 'wrong' && name !== 'signature')
    // 100,000 kWh at 0.384470 are left to pay for; the file still says 105,000.
    expect(wrong.map(({ name, kind, figures }) => [kind ?? name, figures?.again])).toEqual([
      ['Energy', 38_447_000_000n],
      ['total', 71_545_202_200n],
    ])
  })

  it('contracted energy that was bought moves the band', async () => {
    const file = sampleFile()
    file.runs[0].surplus = { bought: wh(10_000_000n), sold: wh(0n), taken: wh(0n) }
    const { checks } = await offline(file)
    expect(checks.find(({ name }) => name === 'contracted')?.figures?.again).toBe(110_000_000n)
    // Up to 115,500 kWh are direct: all 112,000 at 0.651886.
    expect(checks.find(({ name }) => name === 'total')?.figures?.again).toBe(73_011_232_000n)
  })

  it('a market of other contracts is another market', async () => {
    const market = {
      ...sampleMarket,
      contracts: { ...sampleMarket.contracts, TariffBook: `0x${'0f'.repeat(20)}` as const },
    }
    const { checks } = await checkBill(sampleFile(), market, null)
    expect(checks.find(({ name }) => name === 'market')).toMatchObject({ again: 'wrong', chain: 'unknown' })
  })
})
