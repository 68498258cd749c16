import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/proration.json'
import { wh } from '../units/units'
import { prorated } from './proration'

describe('prorated', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const [elapsed, whole] = [BigInt(given.elapsedSeconds), BigInt(given.wholeSeconds)]
    expect(String(prorated(wh(BigInt(given.contractedWh)), elapsed, whole))).toBe(out.proratedWh)
  })
})
