import { describe, expect, it } from 'vitest'
import { micro } from '@/lib/domain/units/units'
import { parseAmount, typedAmount } from './amount'

const most = micro(2_000_000_000n)

describe('parseAmount', () => {
  it('reads an amount to the millionth', () => {
    expect(parseAmount(' 1250.5 ', most)).toEqual({ ok: true, value: 1_250_500_000n })
    expect(parseAmount('2000', most)).toEqual({ ok: true, value: 2_000_000_000n })
  })

  it.each([
    ['', 'malformed'],
    ['12,50', 'malformed'],
    ['-5', 'malformed'],
    ['1.0000001', 'malformed'],
    ['0.00', 'zero'],
    ['2000.000001', 'tooMuch'],
  ])('refuses %j as %s', (text, fault) => {
    expect(parseAmount(text, most)).toEqual({ ok: false, fault })
  })

  it('takes any amount while nobody knows what there is', () => {
    expect(parseAmount('5000', null)).toEqual({ ok: true, value: 5_000_000_000n })
  })
})

describe('typedAmount', () => {
  it('reads back as the same amount', () => {
    for (const amount of [1n, 250_000_000n, 1_250_500_000n]) {
      expect(parseAmount(typedAmount(micro(amount)), null)).toEqual({ ok: true, value: amount })
    }
  })
})
