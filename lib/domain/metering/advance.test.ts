import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/advance.json'
import { seededRandom } from '../units/seeded-random'
import { watt, wh } from '../units/units'
import { advance, between, possibleAdvance } from './advance'
import { registerValues } from './register-values'

const state = (importWh: readonly (string | bigint)[], exportWh: string | bigint) => ({
  importWh: registerValues(importWh.map((value) => wh(BigInt(value)))),
  exportWh: wh(BigInt(exportWh)),
})

describe('between', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const meter = {
      digits: Number(given.digits),
      multiplier: Number(given.multiplier),
      capacity: watt(BigInt(given.capacityW)),
    }
    const previous = { ...state(given.previousWh, given.previousExportWh), time: 1_700_000_000 }
    const time = previous.time + Number(given.secondsBetween)
    const decision = between(meter, { previous, next: { ...state(given.nextWh, given.nextExportWh), time } })
    if (!decision.ok) return expect(decision.refusal.name).toBe(out.refusal)
    const { used, exported } = decision.value
    expect([used.map(String), String(exported)]).toEqual([out.usedWh, out.exportedWh])
  })
})

describe('advance', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const dial = { digits: Number(given.digits), multiplier: Number(given.multiplier) }
    const possible = possibleAdvance(watt(BigInt(given.capacityW)), Number(given.secondsBetween), dial.multiplier)
    const previous = state(given.previousWh, given.previousExportWh)
    const decision = advance(previous, state(given.nextWh, given.nextExportWh), dial, possible)
    if (!decision.ok) {
      expect(decision.refusal.name).toBe(out.refusal)
      return
    }
    const { used, exported } = decision.value
    expect({ possibleWh: String(possible), usedWh: used.map(String), exportedWh: String(exported) }).toEqual(out)
  })

  it('finds again what a meter counted, over any number of digits', () => {
    const random = seededRandom(5n)
    for (let run = 0; run < 2_000; run++) {
      const digits = Number(random.between(1n, 18n))
      const size = 10n ** BigInt(digits)
      // 18 digits times 18 is the most that fits in 64 bits.
      const multiplier = random.between(1n, digits > 16 ? 18n : 200n)
      const before = Array.from({ length: 5 }, () => random.below(size))
      const steps = Array.from({ length: 5 }, () => random.below((size + 4n) / 5n))
      const turned = (value: bigint, step: bigint) => (value + step) % size
      const [exportBefore, exportStep] = [random.below(size), random.below(size)]
      // The registers together advance by less than one turn of the dial, so one turn is what the connection allows.
      const decision = advance(
        state(before, exportBefore),
        state(
          before.map((value, index) => turned(value, steps[index] ?? 0n)),
          turned(exportBefore, exportStep),
        ),
        { digits, multiplier: Number(multiplier) },
        wh(size + 5n),
      )
      const used = steps.map((step) => step * multiplier)
      expect(decision).toEqual({ ok: true, value: { used, exported: exportStep * multiplier } })
    }
  })

  it('says which register went backwards, from where to where', () => {
    const dial = { digits: 9, multiplier: 1 }
    const decision = advance(
      state([1, 2, 3, 4, 5].map(BigInt), 0n),
      state([1, 2, 3, 3, 5].map(BigInt), 0n),
      dial,
      wh(9n),
    )
    expect(decision).toEqual({
      ok: false,
      refusal: { name: 'ReadBackwards', facts: { register: 3n, previous: 4n, next: 3n } },
    })
  })

  it('throws where the registers fit in 64 bits one by one, but not together', () => {
    const dial = { digits: 18, multiplier: 10 }
    const [nothing, most] = [state([0n, 0n, 0n, 0n, 0n], 0n), 10n ** 18n - 1n]
    const of = (...registers: bigint[]) => advance(nothing, state(registers, 0n), dial, wh((1n << 64n) - 1n))
    expect(of(most, 0n, 0n, 0n, 0n).ok).toBe(true)
    expect(() => of(most, most, 0n, 0n, 0n)).toThrow(RangeError)
  })

  it('says how fast is too fast', () => {
    const dial = { digits: 9, multiplier: 1 }
    const decision = advance(state([0n, 0n, 0n, 0n, 0n], 0n), state([4n, 4n, 0n, 0n, 0n], 0n), dial, wh(7n))
    expect(decision).toEqual({ ok: false, refusal: { name: 'ReadTooFast', facts: { advance: 8n, possible: 7n } } })
  })
})
