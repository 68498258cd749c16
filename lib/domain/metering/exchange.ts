/** From one meter to the next without losing a Wh. Mirrors ExchangeLib. Vectors: exchange.json. */
import { ok, refuse, type Decision } from '../decision'
import { wh, type Wh } from '../units/units'
import { between, EXPORT, possibleAdvance } from './advance'
import type { CountingMeter, Dial } from './meter'
import type { Read, ReadQuality } from './read'
import { registerValues } from './register-values'

export interface Exchange {
  former: CountingMeter
  next: CountingMeter
  /** The former meter's last recorded read, and the one it ends with. */
  last: Read
  closing: Read
  /** What the next meter shows where it begins. */
  opening: Read
}

interface Turn {
  register: bigint
  used: Wh
  opening: Wh
}

interface Turned {
  steps: bigint
  value: Wh
}

/**
 * The read that takes the place of the last one: what the next meter would have shown then, had it counted all the time. Its
 * registers are those of the opening read, turned back by what the former meter counted; its time is the last read's, so that the
 * period and what can have flowed in it stay as they were; its sequence is the next meter's own.
 */
export function carriedRead({ former, next, last, closing, opening }: Exchange): Decision<Read> {
  if (opening.time < closing.time)
    return refuse('ExchangeOutOfOrder', { closing: BigInt(closing.time), opening: BigInt(opening.time) })
  // The maximum demand of a period is the one its last read shows: the next meter begins with what the former one had.
  if (opening.maxDemand < closing.maxDemand)
    return refuse('ExchangeDemandLost', { closing: closing.maxDemand, opening: opening.maxDemand })
  const counted = between(former, { previous: last, next: closing })
  if (!counted.ok) return counted
  const { used, exported } = counted.value
  // Else the next read, which is good by itself, could be too fast together with what is carried.
  const possible = possibleAdvance(next.capacity, closing.time - last.time, next.multiplier)
  const imported = turnAll(
    used.map((energy, index) => ({
      register: BigInt(index),
      used: energy,
      opening: opening.importWh[index] ?? wh(0n),
    })),
    next,
    possible,
  )
  if (!imported.ok) return imported
  const out = turnAll([{ register: EXPORT, used: exported, opening: opening.exportWh }], next, possible)
  if (!out.ok) return out
  const [exportWh = wh(0n)] = out.value
  const quality = worstQuality([last.quality, closing.quality, opening.quality])
  return ok({ ...opening, time: last.time, quality, importWh: registerValues(imported.value), exportWh })
}

/** Registers of the next meter, turned back by what the former one counted; together they may not have gone too fast. */
function turnAll(turns: readonly Turn[], next: Dial, possible: Wh): Decision<Wh[]> {
  const values: Wh[] = []
  let total = 0n
  for (const turn of turns) {
    const turned = turnBack(turn, next)
    if (!turned.ok) return turned
    total += turned.value.steps
    values.push(turned.value.value)
  }
  return total > possible ? refuse('ExchangeAboveCapacity', { advance: total, possible }) : ok(values)
}

function turnBack({ register, used, opening }: Turn, { digits, multiplier }: Dial): Decision<Turned> {
  const [dial, ratio] = [10n ** BigInt(digits), BigInt(multiplier)]
  if (used % ratio !== 0n) return refuse('ExchangeUneven', { register, used, multiplier: ratio })
  const steps = used / ratio
  // More than one turn of the dial would be forgotten.
  if (steps >= dial) return refuse('ExchangeTooWide', { register, steps, digits: BigInt(digits) })
  if (opening >= dial) return refuse('ReadTooWide', { register, value: opening, digits: BigInt(digits) })
  return ok({ steps, value: wh((opening + dial - steps) % dial) })
}

/** Estimated is worse than substituted, which is worse than measured. */
export function worstQuality(qualities: readonly ReadQuality[]): ReadQuality {
  return qualities.includes('Estimated') ? 'Estimated' : qualities.includes('Substituted') ? 'Substituted' : 'Measured'
}
