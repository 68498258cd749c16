import { describe, expect, it } from 'vitest'
import { registerValues } from '../metering/register-values'
import { bps, micro, microPerKwh, wh } from '../units/units'
import { checkOffer } from './check-offer'
import { typicalMonth } from './determinants'
import type { Pricing } from './formulas/registry'
import { SAMPLE_VALID_FROM, SAMPLE_VALID_UNTIL, sampleOffer } from './offer.sample'
import { checkExamples, suggestExamples } from './worked-examples'

const pricing: Pricing = { formula: 'Flat', params: { price: microPerKwh(384_470n) } }
const month = registerValues([0n, 0n, 100_000n, 0n, 0n].map(wh))
const priced = { pricing, priceCap: microPerKwh(0n) }
const examples = suggestExamples(priced, typicalMonth({ registers: month }))

function verdict(changes: Parameters<typeof sampleOffer>[0], now = SAMPLE_VALID_FROM - 1) {
  const decision = checkOffer({ offer: sampleOffer(changes), pricing, examples }, now)
  return decision.ok ? 'published' : decision.refusal.name
}

describe('checkOffer', () => {
  it.each([
    ['published', { deviation: { lower: bps(0n), upper: bps(10_000n) } }],
    ['published', { deviation: { lower: bps(10_000n), upper: bps(20_000n) } }],
    ['BandInvalid', { deviation: { lower: bps(10_001n) } }],
    ['BandInvalid', { deviation: { upper: bps(9_999n) } }],
    ['BandInvalid', { deviation: { upper: bps(20_001n) } }],
    ['published', { deviation: { excess: bps(30_000n) } }],
    ['ExcessRatioTooHigh', { deviation: { excess: bps(30_001n) } }],
    ['TermInvalid', { termPeriods: 0 }],
    ['published', { termPeriods: 1 }],
    ['published', { termPeriods: 60 }],
    ['TermInvalid', { termPeriods: 61 }],
    ['published', { exitFee: micro(1_000_000_000_000n) }],
    ['ExitFeeTooHigh', { exitFee: micro(1_000_000_000_001n) }],
    ['ValidityInvalid', { validUntil: SAMPLE_VALID_FROM }],
    ['published', { validUntil: SAMPLE_VALID_FROM + 1 }],
    ['ServiceFeeNotAllowed', { model: 'Integrated', serviceFee: microPerKwh(1n) }],
    ['ServiceFeeNotAllowed', { model: 'RetailerLed', serviceFee: microPerKwh(1n) }],
    ['published', { model: 'GridLed', serviceFee: microPerKwh(1n) }],
    ['published', { green: bps(10_000n) }],
    ['GreenShareInvalid', { green: bps(10_001n) }],
  ] as const)('%s: %o', (expected, changes) => {
    expect(verdict(changes)).toBe(expected)
  })

  it('refuses an offer nobody can sign any more', () => {
    expect(verdict({}, SAMPLE_VALID_UNTIL - 1)).toBe('published')
    expect(verdict({}, SAMPLE_VALID_UNTIL)).toBe('ValidityInvalid')
  })

  it('tries the worked examples last', () => {
    const offer = sampleOffer({ termPeriods: 0 })
    const decision = checkOffer({ offer, pricing, examples: [] }, 0)
    expect(decision).toMatchObject({ ok: false, refusal: { name: 'TermInvalid', facts: { termPeriods: 0n } } })
    expect(checkOffer({ offer: sampleOffer(), pricing, examples: [] }, 0)).toMatchObject({
      refusal: { name: 'ExamplesMissing', facts: { given: 0n, needed: 3n } },
    })
  })
})

describe('checkExamples', () => {
  const [low, middle, high] = examples as [(typeof examples)[0], (typeof examples)[0], (typeof examples)[0]]

  it('needs three of them', () => {
    expect(checkExamples(priced, [low, middle])).toMatchObject({ refusal: { name: 'ExamplesMissing' } })
    expect(checkExamples(priced, examples).ok).toBe(true)
  })

  it('needs more energy from one to the next', () => {
    const refusal = { name: 'ExamplesNotIncreasing', facts: { index: 1n } }
    expect(checkExamples(priced, [low, low, high])).toEqual({ ok: false, refusal })
    expect(checkExamples(priced, [middle, low, high])).toEqual({ ok: false, refusal })
  })

  it('refuses an example of no energy', () => {
    const nothing = {
      ...low,
      usage: { ...low.usage, registers: registerValues(Array(5).fill(wh(0n))) },
      charge: micro(0n),
    }
    expect(checkExamples(priced, [nothing, middle, high])).toMatchObject({
      refusal: { name: 'ExamplesNotIncreasing', facts: { index: 0n } },
    })
  })

  it.each([-1n, 1n])('holds a charge to the unit (%i)', (difference) => {
    const wrong = { ...middle, charge: micro(middle.charge + difference) }
    expect(checkExamples(priced, [low, wrong, high])).toEqual({
      ok: false,
      refusal: { name: 'ExampleMismatch', facts: { index: 1n, promised: wrong.charge, computed: middle.charge } },
    })
  })
})

describe('suggestExamples', () => {
  it('offers 85 %, 100 % and 115 % of a month, spread over the registers', () => {
    const spread = registerValues([1_000n, 2_000n, 3_000n, 4_000n, 5_000n].map(wh))
    const suggested = suggestExamples(priced, typicalMonth({ registers: spread }))
    expect(suggested.map(({ usage }) => usage.registers)).toEqual([
      [850n, 1_700n, 2_550n, 3_400n, 4_250n],
      spread,
      [1_150n, 2_300n, 3_450n, 4_600n, 5_750n],
    ])
    expect(suggested.every(({ contracted }) => contracted === 15_000n)).toBe(true)
    expect(checkExamples(priced, suggested).ok).toBe(true)
  })
})
