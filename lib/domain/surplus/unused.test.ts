import { expect, it } from 'vitest'
import { wh } from '../units/units'
import { unusedOf } from './unused'

const facts = { contracted: wh(300n), soFar: wh(100n), likely: wh(250n), high: wh(290n) }

it('is what is contracted less what will likely be used', () => {
  expect(unusedOf(facts)).toEqual({ ...facts, unused: 50n, surely: 10n })
})

it('is nothing where more is used than contracted', () => {
  expect(unusedOf({ ...facts, high: wh(301n) }).surely).toBe(0n)
  expect(unusedOf({ ...facts, likely: wh(300n) }).unused).toBe(0n)
})
