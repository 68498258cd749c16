// From reads to energy: ReadLib and its twin.
import { advance, possibleAdvance } from '@/lib/domain/metering/advance'
import { registerValues } from '@/lib/domain/metering/register-values'
import { watt, wh } from '@/lib/domain/units/units'
import { USUAL, type Draw } from './draw'
import { refusedBy, type Rule } from './rule'

/** What a meter may be registered with. */
const MOST_DIGITS = 18n
const multiplierOf = (random: Draw) => random.upTo(65_534n, 200n) + 1n

export const readRules: Rule[] = [
  {
    name: 'possible advance',
    harness: 'possibleAdvance',
    draw(random) {
      const capacity = watt(random.uint(64, USUAL.watt))
      const [seconds, multiplier] = [random.uint(40, 5_000_000n), multiplierOf(random)]
      const twin = () => [possibleAdvance(capacity, Number(seconds), Number(multiplier))]
      return { words: [capacity, seconds, multiplier], twin }
    },
  },
  {
    name: 'read advance',
    harness: 'advance',
    draw(random) {
      const digits = random.between(1n, MOST_DIGITS)
      const size = 10n ** digits
      const multiplier = multiplierOf(random)
      // A read that was recorded fits the dial; the next one may not.
      const previous = Array.from({ length: 6 }, () => wh(random.upTo(size - 1n)))
      const next = previous.map((value) => wh(nextOf(random, value, size)))
      const steps = next.slice(0, 5).map((value, index) => (value - (previous[index] ?? 0n) + size) % size)
      const total = steps.reduce((sum, step) => sum + (step > 0n ? step : 0n), 0n)
      const possible = wh(random.chance(3) ? random.beside(total, 64) : random.uint(64, size / 2n))
      return {
        words: [...previous, ...next, digits, multiplier, possible],
        twin() {
          const dial = { digits: Number(digits), multiplier: Number(multiplier) }
          const decision = advance(stateOf(previous), stateOf(next), dial, possible)
          return decision.ok ? [...decision.value.used, decision.value.exported] : refusedBy(decision.refusal)
        },
      }
    },
  },
]

/** Mostly a little further, sometimes over the end of the dial, sometimes anywhere. */
function nextOf(random: Draw, previous: bigint, size: bigint): bigint {
  if (random.chance(40)) return random.uint(64, size)
  if (random.chance(6)) return random.upTo(size - 1n)
  return (previous + random.upTo(size - 1n, size / 20n)) % size
}

function stateOf(registers: readonly bigint[]) {
  return { importWh: registerValues(registers.slice(0, 5).map(wh)), exportWh: wh(registers[5] ?? 0n) }
}
