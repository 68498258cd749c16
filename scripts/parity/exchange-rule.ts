// From one meter to the next: ExchangeLib and its twin.
import { readToWords } from '@/lib/chain/coding/metering'
import { carriedRead } from '@/lib/domain/metering/exchange'
import type { CountingMeter } from '@/lib/domain/metering/meter'
import { READ_QUALITIES, type Read } from '@/lib/domain/metering/read'
import { registerValues } from '@/lib/domain/metering/register-values'
import { watt, wh } from '@/lib/domain/units/units'
import { USUAL, type Draw } from './draw'
import { refusedBy, type Rule } from './rule'

const ZERO = `0x${'00'.repeat(32)}` as const
/** What is mostly counted: a whole number of steps for every usual ratio. */
const EVEN = 5_040n

export const exchangeRule: Rule = {
  name: 'meter exchange',
  harness: 'carried',
  draw(random) {
    const [former, next] = [drawMeter(random), drawMeter(random)]
    const lastTime = random.upTo((1n << 40n) - 400_000n, 1_800_000_000n)
    const closingTime = lastTime + random.upTo(100_000n)
    const openingTime = random.chance(4) ? random.beside(closingTime, 40) : closingTime + random.upTo(90_000n)
    // A read that was recorded fits the dial; the others may not.
    const last = drawRead(random, former, lastTime)
    const closing = { ...turned(random, last, former), time: Number(closingTime) }
    const opening = { ...widened(random, drawRead(random, next, openingTime)), sequence: Number(random.uint(32, 100n)) }
    // Mostly not lower than the former meter's, and often just that.
    const demand = random.chance(2) ? random.beside(closing.maxDemand, 48) : closing.maxDemand
    if (!random.chance(8)) opening.maxDemand = watt(demand)
    return {
      words: [
        ...meterWords(former),
        ...meterWords(next),
        ...readWords(last),
        ...readWords(closing),
        ...readWords(opening),
        BigInt(opening.sequence),
      ],
      twin() {
        const decision = carriedRead({ former, next, last, closing, opening })
        if (!decision.ok) return refusedBy(decision.refusal)
        const { dials, rest } = readToWords(decision.value)
        return [dials, rest]
      },
    }
  },
}

function drawMeter(random: Draw): CountingMeter {
  return {
    digits: Number(random.chance(6) ? random.between(1n, 18n) : random.between(6n, 9n)),
    multiplier: Number(random.chance(6) ? random.upTo(65_534n, 200n) + 1n : random.between(1n, 10n)),
    capacity: watt(random.chance(3) ? random.upTo((1n << 48n) - 2n, USUAL.watt) + 1n : USUAL.watt),
  }
}

function drawRead(random: Draw, { digits }: CountingMeter, time: bigint): Read {
  const size = 10n ** BigInt(digits)
  const value = () => wh(random.upTo(size - 1n))
  return {
    meterId: ZERO,
    intervalRoot: ZERO,
    time: Number(time),
    sequence: 0,
    quality: READ_QUALITIES[random.chance(3) ? Number(random.below(3n)) : 0] ?? 'Measured',
    importWh: registerValues([value(), value(), value(), value(), value()]),
    exportWh: value(),
    maxDemand: watt(random.uint(48, USUAL.watt)),
  }
}

/** Now and then a register shows anything. */
function widened(random: Draw, read: Read): Read {
  const [first, ...others] = read.importWh
  if (random.chance(12)) return { ...read, importWh: registerValues([wh(random.uint(64, first)), ...others]) }
  return random.chance(12) ? { ...read, exportWh: wh(random.uint(64, first)) } : read
}

/** Mostly some whole steps further, now and then anywhere. */
function turned(random: Draw, last: Read, meter: CountingMeter): Read {
  if (random.chance(20)) return widened(random, drawRead(random, meter, 0n))
  const size = 10n ** BigInt(meter.digits)
  const on = (value: bigint) =>
    wh((value + (random.chance(20) ? random.upTo(20_000n) : random.below(4n) * EVEN)) % size)
  const [a, b, c, d, e] = last.importWh
  const maxDemand = watt(random.uint(48, USUAL.watt))
  return {
    ...last,
    importWh: registerValues([on(a), on(b), on(c), on(d), on(e)]),
    exportWh: on(last.exportWh),
    maxDemand,
  }
}

const meterWords = ({ digits, multiplier, capacity }: CountingMeter) => [BigInt(digits), BigInt(multiplier), capacity]

const readWords = ({ importWh, exportWh, time, quality, maxDemand }: Read) => [
  ...importWh,
  exportWh,
  BigInt(time),
  BigInt(READ_QUALITIES.indexOf(quality)),
  maxDemand,
]
