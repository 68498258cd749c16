import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/deposit.json'
import { microPerKwh, wh } from '../units/units'
import { deposit } from './deposit'
import { contractedFor } from './terms'

describe('deposit', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const contracted = given.contractedWh.map((energy) => wh(BigInt(energy)))
    const { yearly, amount } = deposit(contracted, microPerKwh(BigInt(given.depositMicroPerKwh)))
    expect({ yearlyWh: String(yearly), deposit: String(amount) }).toEqual(out)
  })

  it('wants a whole year', () => {
    expect(() => deposit([wh(1n)], microPerKwh(1n))).toThrow(RangeError)
  })
})

describe('contractedFor', () => {
  it('repeats the year', () => {
    const contracted = Array.from({ length: 12 }, (_, month) => wh(BigInt(month)))
    expect([0, 11, 12, 25].map((index) => contractedFor({ contracted }, index))).toEqual([0n, 11n, 0n, 1n])
  })
})
