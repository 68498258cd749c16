import { describe, expect, it } from 'vitest'
import { PROFILE_KEYS } from '@/lib/domain/metering/home-profile'
import { FORMULA_NAMES } from '@/lib/domain/offers/formulas/registry'
import type { MonthUse, UseYear } from '@/lib/domain/offers/compare/compared'
import { registerValues } from '@/lib/domain/metering/register-values'
import { seededRandom } from '@/lib/domain/units/seeded-random'
import { signedNano, watt, wh } from '@/lib/domain/units/units'
import { comparisonOf, fragmentOf, type LinkedComparison } from './link'
import { sumsOf } from './use-sums'
import { GREEN_STEPS, MOST_CHOSEN, SORTS } from './wishes'

const random = seededRandom(20_261_127n)
const upTo = (most: number) => Number(random.below(BigInt(most)))
const oneOf = random.pick
const hex = (digits: number) => `0x${Array.from({ length: digits }, () => upTo(16).toString(16)).join('')}`

function anyYear(): UseYear {
  const months = Array.from({ length: 12 }, (_, index): MonthUse => {
    const registers = registerValues(Array.from({ length: 5 }, () => wh(BigInt(upTo(3_000_000)))))
    const used = wh(registers.reduce<bigint>((sum, energy) => sum + energy, 0n))
    const start = 1_700_000_000 + index * 2_592_000 + upTo(86_400)
    return {
      ...{ id: `2023-${String(index + 1).padStart(2, '0')}`, start, end: start + 2_592_000, registers, used },
      ...{ exported: wh(BigInt(upTo(999_999))), maxDemand: watt(BigInt(upTo(90_000))), indexCost: signedNano(0n) },
    }
  })
  const basis = { from: '2023-01', to: '2023-12', measured: 365, shifted: 0, resampled: 0, daily: 0 }
  return { months, basis }
}

function anyComparison(): LinkedComparison {
  return {
    use: oneOf([0, 1])
      ? { kind: 'profile', key: oneOf(PROFILE_KEYS), yearlyKwh: 1 + upTo(9_999_999) }
      : { kind: 'sums', sums: sumsOf(anyYear()) },
    customerClass: oneOf(['Household', 'Business']),
    wishes: {
      green: oneOf(GREEN_STEPS),
      kinds: FORMULA_NAMES.filter(() => oneOf([true, false])),
      noExitFee: oneOf([true, false]),
      retailer: oneOf([null, hex(40)]),
      sort: oneOf(SORTS),
    },
    chosen: Array.from({ length: upTo(MOST_CHOSEN + 1) }, () => hex(8)),
  }
}

describe('the link of a comparison', () => {
  it('gives back what was put in, whatever it was', () => {
    for (let round = 0; round < 500; round++) {
      const comparison = anyComparison()
      expect(comparisonOf(fragmentOf(comparison))).toEqual(comparison)
    }
  })

  it('holds nothing of a file but its year in round numbers', () => {
    for (let round = 0; round < 500; round++) {
      const year = anyYear()
      const comparison: LinkedComparison = { ...anyComparison(), use: { kind: 'sums', sums: sumsOf(year) } }
      const parts = new URLSearchParams(fragmentOf(comparison).slice(1))
      expect([...parts.keys()].filter((key) => !ALLOWED.includes(key))).toEqual([])
      // Three digits of energy, whole percent, two digits of demand: everything else of the year is gone.
      expect(parts.get('kwh')).toMatch(/^[1-9]\d{0,2}0*$/)
      expect(parts.get('mix')).toMatch(/^\d{1,3}(-\d{1,3}){4}$/)
      expect(parts.get('kw')).toMatch(/^([1-9]\d0*|\d(\.\d)?)$/)
    }
  })

  it('is the same for two years that round alike, whatever their months, days and names are', () => {
    for (let round = 0; round < 200; round++) {
      const year = anyYear()
      const months = [...year.months]
        .reverse()
        .map((month, index) => ({ ...month, id: `2019-${index}`, exported: wh(7n) }))
      const other: UseYear = { months, basis: { ...year.basis, from: '2019-01', measured: 3 } }
      expect(sumsOf(other)).toEqual(sumsOf(year))
    }
  })

  it('takes nothing from an address that is not understood', () => {
    expect(comparisonOf('')).toBeNull()
    expect(comparisonOf('#like=solar-home')).toBeNull()
    expect(comparisonOf('#like=palace&kwh=5000')).toBeNull()
    expect(comparisonOf('#kwh=5000&mix=10-20-30-20-21&kw=5')).toBeNull()
    expect(comparisonOf('#kwh=99999999999&like=solar-home')).toBeNull()
    const odd = comparisonOf(
      '#like=solar-home&kwh=5000&green=33&kind=magic.flat&sort=worst&by=me&beside=0xzz-0x00000001',
    )
    expect(odd?.wishes).toEqual({ green: 0, kinds: ['Flat'], noExitFee: false, retailer: null, sort: 'likely' })
    expect(odd?.chosen).toEqual(['0x00000001'])
  })
})

const ALLOWED = ['kwh', 'mix', 'kw', 'for', 'green', 'kind', 'exit', 'by', 'sort', 'beside']
