import { expect, it } from 'vitest'
import { wh } from '@/lib/domain/units/units'
import { typedKwh } from '@/lib/format/parse-amount'
import { typedEnergy } from './typed-energy'

const HELD = wh(4_200n)

it('takes any part of what is held, to the Wh, and all of it', () => {
  expect(typedEnergy('0.001', HELD)).toEqual({ ok: true, energy: 1n })
  expect(typedEnergy('4.2', HELD)).toEqual({ ok: true, energy: 4_200n })
})

it('begins with all of it', () => expect(typedEnergy(typedKwh(HELD), HELD)).toEqual({ ok: true, energy: HELD }))

it.each([
  ['', 'malformed'],
  ['four', 'malformed'],
  ['-1', 'malformed'],
  ['1.0001', 'malformed'],
  ['0', 'zero'],
  ['0.000', 'zero'],
  ['4.201', 'tooMuch'],
])('says what is wrong with “%s”', (text, fault) => expect(typedEnergy(text, HELD)).toEqual({ ok: false, fault }))
