import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/exchange.json'
import { seededRandom } from '../units/seeded-random'
import { watt, wh, type Wh } from '../units/units'
import { between } from './advance'
import { carriedRead } from './exchange'
import type { CountingMeter } from './meter'
import { READ_QUALITIES, type Read } from './read'
import { registerValues } from './register-values'

const ZERO = `0x${'00'.repeat(32)}` as const

function readOf(registers: readonly (string | bigint)[], exportWh: string | bigint, rest: Partial<Read>): Read {
  const importWh = registerValues(registers.map((value) => wh(BigInt(value))))
  const read = { meterId: ZERO, intervalRoot: ZERO, time: 0, sequence: 0, maxDemand: watt(0n) }
  return { ...read, quality: 'Measured', importWh, exportWh: wh(BigInt(exportWh)), ...rest }
}

const qualityOf = (code: string) => READ_QUALITIES[Number(code)]
const meterOf = (digits: string, multiplier: string, capacityW: string): CountingMeter => ({
  digits: Number(digits),
  multiplier: Number(multiplier),
  capacity: watt(BigInt(capacityW)),
})

/** A whole number of steps for every ratio from one to twelve. */
const EVEN_WH = 27_720n

describe('carriedRead', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const decision = carriedRead({
      former: meterOf(given.formerDigits, given.formerMultiplier, given.formerCapacityW),
      next: meterOf(given.digits, given.multiplier, given.capacityW),
      last: readOf(given.lastWh, given.lastExportWh, {
        time: Number(given.lastTime),
        quality: qualityOf(given.lastQuality),
      }),
      closing: readOf(given.closingWh, given.closingExportWh, {
        time: Number(given.closingTime),
        quality: qualityOf(given.closingQuality),
        maxDemand: watt(BigInt(given.closingDemandW)),
      }),
      opening: readOf(given.openingWh, given.openingExportWh, {
        time: Number(given.openingTime),
        sequence: Number(given.openingSequence),
        quality: qualityOf(given.openingQuality),
        maxDemand: watt(BigInt(given.openingDemandW)),
      }),
    })
    if (!decision.ok) {
      expect({ refusal: decision.refusal.name }).toEqual(out)
      return
    }
    const carried = decision.value
    expect({
      carriedWh: carried.importWh.map(String),
      carriedExportWh: String(carried.exportWh),
      time: String(carried.time),
      sequence: String(carried.sequence),
      quality: String(READ_QUALITIES.indexOf(carried.quality)),
      maxDemandW: String(carried.maxDemand),
    }).toEqual(out)
  })

  it('loses no watt-hour over any number of exchanges in one period', () => {
    const random = seededRandom(21n)
    for (let run = 0; run < 500; run++) {
      let meter = drawMeter()
      let shown = drawShown(meter)
      let last = readOf(shown, 0n, {})
      let counted = 0n
      let time = 0
      for (let exchanges = Number(random.below(4n)); exchanges > 0; exchanges--) {
        const next = drawMeter()
        const energy = random.below(30n) * EVEN_WH
        counted += energy
        shown = turned(shown, energy, meter)
        time += 3_600
        const closing = readOf(shown, 0n, { time })
        shown = drawShown(next)
        const opening = readOf(shown, 0n, { time })
        const carried = carriedRead({ former: meter, next, last, closing, opening })
        if (!carried.ok) throw new Error(carried.refusal.name)
        last = carried.value
        meter = next
      }
      const energy = random.below(30n) * EVEN_WH
      counted += energy
      const next = readOf(turned(shown, energy, meter), 0n, { time: last.time + time + 3_600 })
      const bill = between(meter, { previous: last, next })
      expect(bill.ok && bill.value.used.reduce<bigint>((sum, used) => sum + used, 0n)).toBe(counted)
    }

    function drawMeter(): CountingMeter {
      const [digits, multiplier] = [Number(random.between(8n, 18n)), Number(random.between(1n, 12n))]
      return { digits, multiplier, capacity: watt(1_000_000n) }
    }
    function drawShown({ digits }: CountingMeter): bigint[] {
      return Array.from({ length: 5 }, () => random.below(10n ** BigInt(digits)))
    }
    function turned(before: readonly bigint[], energy: bigint, { digits, multiplier }: CountingMeter): Wh[] {
      const steps = energy / BigInt(multiplier)
      const register = Number(random.below(5n))
      return before.map((value, at) => wh(at === register ? (value + steps) % 10n ** BigInt(digits) : value))
    }
  })
})
