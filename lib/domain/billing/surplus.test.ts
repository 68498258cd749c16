import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/surplus.json'
import { bps, wh } from '../units/units'
import { moved, usable } from './surplus'

const energy = (text: string) => wh(BigInt(text))

describe('surplus in a bill', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const contracted = moved(energy(given.contractedWh), {
      bought: energy(given.boughtWh),
      sold: energy(given.soldWh),
    })
    const taken = usable(
      energy(given.dueWh),
      { contracted, used: energy(given.usedWh) },
      {
        lower: bps(BigInt(given.lowerBps)),
        upper: bps(BigInt(given.upperBps)),
        ruleBasis: given.annual === '1' ? 'Annual' : 'Monthly',
      },
    )
    expect({ contractedWh: String(contracted), takenWh: String(taken) }).toEqual(out)
  })
})
