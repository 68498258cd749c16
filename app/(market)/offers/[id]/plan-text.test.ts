import { describe, expect, it } from 'vitest'
import { watt, wh } from '@/lib/domain/units/units'
import { mostPlanned, pastedKwh, readPlan, readPlannedKwh } from './plan-text'

const most = mostPlanned(watt(10_000n))

describe('the most that can be planned', () => {
  it('is what the connection carries in the longest month', () => expect(most).toBe(10_000n * 768n))
  it('fits its width on chain even where no connection is known', () => {
    expect(mostPlanned(null)).toBe(1_000_000_000_000n)
    expect(mostPlanned(watt(1n << 60n))).toBe(1_000_000_000_000n)
  })
})

describe('a month as it is typed', () => {
  it('is read in kWh, zero included', () => {
    expect(readPlannedKwh('120.5', most)).toEqual({ ok: true, value: 120_500n })
    expect(readPlannedKwh('0', most)).toEqual({ ok: true, value: 0n })
    expect(readPlannedKwh('１２０', most)).toEqual({ ok: true, value: 120_000n })
  })
  it.each([
    ['', 'missing'],
    ['  ', 'missing'],
    ['many', 'malformed'],
    ['-5', 'malformed'],
    ['1.2345', 'malformed'],
    ['1e3', 'malformed'],
    ['1,234', 'ambiguous'],
    ['7680.001', 'tooMuch'],
  ])('%j is %s', (text, fault) => expect(readPlannedKwh(text, most)).toEqual({ ok: false, fault }))
  it('may be as much as the connection carries', () => expect(readPlannedKwh('7680', most).ok).toBe(true))
})

describe('a plan', () => {
  it('needs every month, and one with energy', () => {
    expect(readPlan(['1', '2'], most)).toEqual([wh(1_000n), wh(2_000n)])
    expect(readPlan(['1', ''], most)).toBeNull()
    expect(readPlan(['0', '0'], most)).toBeNull()
  })
})

describe('what is pasted', () => {
  it('loses its thousands separators as the language groups them', () => {
    for (const locale of ['en', 'zh'] as const) {
      expect(pastedKwh('1,234', locale)).toEqual(['1234'])
      expect(pastedKwh(' 1,234,567.5 kWh\n', locale)).toEqual(['1234567.5'])
      expect(pastedKwh("1'234", locale)).toEqual(['1234'])
    }
  })
  it('keeps what is grouped in no language of ours, for the field to say so', () => {
    expect(pastedKwh('1.234,5', 'en')).toEqual(['1.234,5'])
    expect(pastedKwh('12,34', 'en')).toEqual(['12,34'])
  })
  it('fills one month for each cell', () =>
    expect(pastedKwh('100\t1,200\r\n90\r\n', 'en')).toEqual(['100', '1200', '90']))
})
